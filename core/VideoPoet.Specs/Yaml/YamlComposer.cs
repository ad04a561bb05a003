using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VideoPoet.Specs.Yaml;

/// <summary>Composes the nodes of one YAML text and keeps every position; what it does not accept, it reports.</summary>
internal sealed class YamlComposer(string file, string text, SpecErrors errors)
{
    private readonly Parser _parser = new(new StringReader(text));
    private readonly Dictionary<string, YamlNode?> _anchors = [];
    private readonly HashSet<int> _blockTextLines = [];
    private int _nodes;

    /// <summary>The map that the text holds, or null after reporting why it holds none.</summary>
    public YamlMap? Compose()
    {
        var (root, failure) = TryDocument();

        // A tab breaks the parser at some other place and with another story, so its own message comes instead.
        var tabs = YamlTabs.Report(file, text, _blockTextLines, errors);
        if (failure is not null && !tabs)
            errors.Add(failure.Origin, failure.Message);

        return tabs ? null : root;
    }

    private (YamlMap? Root, SpecError? Failure) TryDocument()
    {
        try
        {
            return (Document(), null);
        }
        catch (YamlException exception)
        {
            // The composer's own refusals are sentences; those of the parser need to be told as such.
            var isOwn = exception.GetType() == typeof(YamlException);
            return (null, new(At(exception.Start), isOwn ? exception.Message : $"this is not YAML. {exception.Message}"));
        }
        catch (InvalidOperationException)
        {
            // The scanner answers some unclosed brackets with this exception and no place of its own.
            return (null, new(At(_parser.Current!.End), "this is not YAML. After this place a bracket, a brace or a quote is not closed."));
        }
    }

    private YamlMap? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Current is StreamEnd || !_parser.TryConsume<DocumentStart>(out _))
        {
            errors.Add(new FileOrigin(file, 1, 1), "the file is empty; a map of keys and values is needed.");
            return null;
        }

        var root = Node(depth: 1);
        _parser.Consume<DocumentEnd>();
        if (_parser.Current is DocumentStart second)
            throw new YamlException(second.Start, second.End, "a second document begins here; a specification is one document.");

        if (root is YamlMap map)
            return map;

        errors.Add(root.At, $"a map of keys and values is needed, found {(root is YamlList ? "a list" : "a single value")}.");
        return null;
    }

    private YamlNode Node(int depth)
    {
        var current = _parser.Current!;
        if (depth > YamlLimits.Depth)
            throw new YamlException(current.Start, current.End, $"maps and lists are nested deeper than {YamlLimits.Depth} levels.");

        if (_parser.TryConsume<AnchorAlias>(out var alias))
            return Expand(alias);

        Count(1, current);
        RefuseTag(current);
        var anchor = (current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = null;

        YamlNode node = current switch
        {
            MappingStart => Map(depth),
            SequenceStart => List(depth),
            _ => Value(_parser.Consume<Scalar>()),
        };
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = node;

        return node;
    }

    private YamlNode Expand(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var target))
            throw new YamlException(alias.Start, alias.End, $"no anchor '&{alias.Value.Value}' stands before this alias.");

        if (target is null)
            throw new YamlException(alias.Start, alias.End, $"the alias '*{alias.Value.Value}' stands inside the anchor that it names.");

        Count(target.Size, alias);
        return target;
    }

    private void Count(int size, ParsingEvent here)
    {
        _nodes += size;
        if (_nodes > YamlLimits.Nodes)
            throw new YamlException(here.Start, here.End, $"the file has more than {YamlLimits.Nodes} nodes, aliases expanded.");
    }

    private void RefuseTag(ParsingEvent current)
    {
        if (current is NodeEvent { Tag.IsEmpty: false } node)
            errors.Add(At(current.Start), $"the tag '{node.Tag.Value}' is not supported; leave it out.");
    }

    private YamlMap Map(int depth)
    {
        var start = _parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, YamlEntry>(StringComparer.OrdinalIgnoreCase);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (Key(depth) is not { } key)
            {
                Node(depth + 1);
                continue;
            }

            var entry = new YamlEntry(key.Text, key.At, Node(depth + 1));
            if (seen.TryAdd(entry.Key, entry))
            {
                entries.Add(entry);
            }
            else
            {
                var first = seen[entry.Key];
                var difference = first.Key == entry.Key ? "" : $" (as '{first.Key}'; case makes no difference)";
                errors.Add(entry.KeyAt, $"duplicate key '{entry.Key}', first given in line {first.KeyAt.Line}{difference}.");
            }
        }

        return new(At(start.Start), entries);
    }

    private (string Text, FileOrigin At)? Key(int depth)
    {
        var at = At(_parser.Current!.Start);
        if (Node(depth + 1) is not YamlScalar { Text: { Length: > 0 } text } scalar)
        {
            errors.Add(at, "a key must be a word, found a list, a map or nothing.");
            return null;
        }

        if (text == "<<" && !scalar.Quoted)
        {
            errors.Add(at, "merge keys ('<<') are not supported; use 'include' or an alias.");
            return null;
        }

        if (text.Length > YamlLimits.KeyLength)
        {
            errors.Add(at, $"a key has at most {YamlLimits.KeyLength} characters, found {text.Length}.");
            return null;
        }

        // The colon separates the parts of a configuration path.
        if (text.Contains(':'))
        {
            errors.Add(at, $"the key '{text}' must not contain ':'.");
            return null;
        }

        return (text, at);
    }

    private YamlList List(int depth)
    {
        var start = _parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node(depth + 1));

        return new(At(start.Start), items);
    }

    private YamlScalar Value(Scalar scalar)
    {
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            for (var line = scalar.Start.Line + 1; line < scalar.End.Line; line++)
                _blockTextLines.Add((int)line);
        }

        if (scalar.Value.Length > YamlLimits.ValueLength)
        {
            throw new YamlException(
                scalar.Start, scalar.End, $"a value has at most {YamlLimits.ValueLength} characters, found {scalar.Value.Length}.");
        }

        var plain = scalar.Style == ScalarStyle.Plain;
        var nothing = plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL";
        return new(At(scalar.Start), nothing ? null : scalar.Value, !plain);
    }

    private FileOrigin At(Mark mark) => new(file, (int)mark.Line, (int)mark.Column);
}
