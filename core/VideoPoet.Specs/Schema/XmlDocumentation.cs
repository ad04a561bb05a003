using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace VideoPoet.Specs.Schema;

/// <summary>The sentences that stand at the specifications' types and properties; the schema shows them, so nothing is described twice.</summary>
internal sealed partial class XmlDocumentation
{
    private readonly Dictionary<string, string> _summaries;

    /// <summary>Takes the documentation file of this assembly.</summary>
    /// <exception cref="InvalidDataException">The file is not that of this assembly.</exception>
    public XmlDocumentation(XDocument file) => _summaries = file.Descendants("member")
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => (string)member.Attribute("name")!, member => Blanks().Replace(member.Element("summary")!.Value, " ").Trim());

    /// <summary>What a type is.</summary>
    public string Of(Type type) => Summary($"T:{type.FullName}");

    /// <summary>What a property is.</summary>
    public string Of(PropertyInfo property) => Summary($"P:{property.DeclaringType!.FullName}.{property.Name}");

    private string Summary(string member) => _summaries.TryGetValue(member, out var summary)
        ? summary
        : throw new InvalidDataException($"the documentation file says nothing about '{member}'; it must be the one built with this assembly.");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
