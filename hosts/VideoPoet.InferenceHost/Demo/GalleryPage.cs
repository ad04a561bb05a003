using System.Globalization;
using System.Net;
using System.Text;

namespace VideoPoet.InferenceHost.Demo;

/// <summary>The gallery: one page that holds everything that it shows, and needs nothing else.</summary>
internal sealed record GalleryPage
{
    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>What was made so far.</summary>
    public required IReadOnlyList<GalleryItem> Items { get; init; }

    /// <summary>What the model cannot do, each with the reason.</summary>
    public required IReadOnlyList<(string Task, string Reason)> LeftOut { get; init; }

    /// <summary>How many clips there will be.</summary>
    public required int All { get; init; }

    /// <summary>The time since the beginning.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>Whether it was stopped before its end.</summary>
    public bool IsStopped { get; init; }

    /// <summary>The page as HTML.</summary>
    public string ToHtml() => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>What the model {Text(Model)} makes</title>
        <style>{GalleryStyle.Css}</style>
        </head>
        <body>
        <a class="skip" href="#clips">To the clips</a>
        <header>
        <p class="eyebrow">VideoPoet.Framework</p>
        <h1>One model, every task</h1>
        <p class="lead">Everything below was made on this machine by the model <b>{Text(Model)}</b>: a language model whose words are pieces of
        video and sound. It was asked for combinations of shape, colour and motion that it had never seen together.</p>
        <p class="state" role="status">{State()}</p>
        <p class="tools"><button type="button" id="motion" aria-pressed="false">Stop all motion</button></p>
        <nav aria-label="Tasks"><ul>{string.Concat(Sections().Select(Link))}</ul></nav>
        </header>
        <main id="clips">
        {string.Concat(Sections().Select(Section))}
        </main>
        <footer>
        {Left()}
        <p>A mark says what a judge read in a clip's pixels and samples, without knowing what was asked: <span class="good">✓</span> as asked,
        <span class="bad">✗</span> not so. Each clip can be had again: the seed stands beside it.</p>
        </footer>
        <script>{GalleryStyle.Script}</script>
        </body>
        </html>

        """;

    private IEnumerable<IGrouping<string, GalleryItem>> Sections() => Items.GroupBy(item => item.Task);

    private string State()
    {
        var time = Time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        return Items.Count == All ? $"{All} clips in {time} seconds."
            : IsStopped ? $"Stopped after {time} seconds with {Items.Count} of {All} clips."
            : $"{Items.Count} of {All} clips so far, {time} seconds. Load the page again for more.";
    }

    private static string Link(IGrouping<string, GalleryItem> section) => $"<li><a href=\"#{section.Key}\">{Text(Title(section.Key))}</a></li>";

    private static string Section(IGrouping<string, GalleryItem> section) => $"""
        <section id="{section.Key}" class="{(section.Count() > 1 ? "wide" : "one")}" aria-labelledby="{section.Key}-title">
        <h2 id="{section.Key}-title">{Text(Title(section.Key))}</h2>
        <p class="about">{Text(GalleryWords.Of(section.Key))}</p>
        <div class="cards">{string.Concat(section.Select(Card))}</div>
        </section>
        """;

    private static string Card(GalleryItem item)
    {
        var card = new StringBuilder("<article class=\"card\">");
        foreach (var (step, text) in item.Prompts)
            card.Append($"<p class=\"prompt\">{(item.Prompts.Count > 1 ? $"<span>{Text(step)}</span> " : "")}“{Text(text)}”</p>");
        card.Append("<div class=\"media\">");
        foreach (var medium in item.Given)
            card.Append(Figure(medium, item, "given"));
        if (item.Given.Count > 0)
            card.Append("<span class=\"arrow\" aria-hidden=\"true\">→</span>");
        foreach (var medium in item.Made)
            card.Append(Figure(medium, item, "made"));
        card.Append("</div><ul class=\"marks\" aria-label=\"What the judge read\">");
        foreach (var (name, share) in item.Marks)
        {
            var (kind, sign, word) = name.EndsWith("_error", StringComparison.Ordinal)
                ? ("", share.ToString("0.00", CultureInfo.InvariantCulture), "")
                : share >= 1 ? ("good", "✓", "right") : share > 0 ? ("part", "◐", "partly right") : ("bad", "✗", "wrong");
            // A sign is read out as its word; a number is its own.
            var shown = word.Length > 0 ? $"<span aria-hidden=\"true\">{sign}</span><span class=\"hidden\">{word}</span>" : sign;
            card.Append($"<li class=\"{kind}\">{Text(name.Replace('_', ' '))} {shown}</li>");
        }
        var seconds = item.Seconds.ToString("0.0", CultureInfo.InvariantCulture);
        return card.Append(CultureInfo.InvariantCulture, $"</ul><p class=\"facts\">{seconds} s · seed {item.Seed}</p></article>").ToString();
    }

    private static string Figure(GalleryMedium medium, GalleryItem item, string kind)
    {
        var what = item.Prompts.Count > 0 ? $"{medium.Title}, for: {string.Join("; ", item.Prompts.Select(prompt => prompt.Text))}" : medium.Title;
        var (alt, data) = (Text($"{Title(item.Task)}: {what}"), medium.Data);
        var shown = medium.Kind switch
        {
            MediumKind.Picture => $"<img src=\"{data}\" alt=\"{alt}\">",
            MediumKind.Sound => $"<audio controls src=\"{data}\" aria-label=\"{alt}\"></audio>",
            MediumKind.Video => $"<video src=\"{data}\" autoplay muted loop playsinline controls aria-label=\"{alt}\"></video>",
            _ => $"<video src=\"{data}\" loop playsinline controls preload=\"auto\" aria-label=\"{alt}, with sound\"></video>",
        };
        var sound = medium.Kind == MediumKind.VideoWithSound ? " <span class=\"sound\">with sound</span>" : "";
        var caption = $"<figcaption>{Text(medium.Title)}{sound}</figcaption>";
        return $"<figure class=\"{kind} {medium.Kind.ToString().ToLowerInvariant()}\">{shown}{caption}</figure>";
    }

    private string Left()
    {
        if (LeftOut.Count == 0)
            return "";
        var tasks = LeftOut.Select(task => $"<li><b>{Text(task.Task)}</b>: {Text(task.Reason)}</li>");
        return $"<details><summary>What the model was not asked for</summary><ul>{string.Concat(tasks)}</ul></details>";
    }

    private static string Title(string task)
    {
        var words = task.Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
