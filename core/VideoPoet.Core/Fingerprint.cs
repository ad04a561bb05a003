using System.Security.Cryptography;
using System.Text;

namespace VideoPoet.Core;

/// <summary>A hash that stays the same between machines, versions of .NET and runs.</summary>
internal static class Fingerprint
{
    /// <summary>The SHA-256 of the text in UTF-8, as 64 lower-case hexadecimal digits.</summary>
    public static string Of(string canonicalText) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalText)));
}
