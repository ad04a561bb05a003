using System.Net;

namespace VideoPoet.Training.Reports;

/// <summary>What is put into a page.</summary>
internal static class Html
{
    /// <summary>Text, in which nothing is taken for a tag.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A file as an address that needs no other file.</summary>
    public static string Data(string type, byte[] content) => $"data:{type};base64,{Convert.ToBase64String(content)}";
}
