namespace VideoPoet.Training.Reports;

/// <summary>How the report looks, by day and by night.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --back: #fcfcfb; --card: #fff; --ink: #1c1f23; --soft: #667078; --line: #e3e6e8;
          --c0: #1f6fb4; --c1: #c4521b; --c2: #2b8a4b; --c3: #8a4fb0; --c4: #a8760c; --c5: #b8336a; --c6: #0f8589; --c7: #6b6f76; }
        @media (prefers-color-scheme: dark) {
          :root { --back: #14171a; --card: #1b1f23; --ink: #e6e8ea; --soft: #98a2aa; --line: #31373d;
            --c0: #69b1ef; --c1: #f29466; --c2: #6fce8e; --c3: #c79be8; --c4: #e2b64f; --c5: #f08bb4; --c6: #5fd0d3; --c7: #a9aeb5; } }
        body { margin: 0 auto; padding: 24px; max-width: 1480px; background: var(--back); color: var(--ink);
          font: 14px/1.5 system-ui, sans-serif; }
        h1 { font-size: 22px; margin: 0 0 4px; } h2 { font-size: 16px; margin: 28px 0 10px; }
        .state { color: var(--soft); margin: 0 0 12px; } .state b { color: var(--ink); font-weight: 600; }
        progress { width: 100%; height: 8px; accent-color: var(--c0); }
        .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(400px, 1fr)); gap: 14px; }
        .samples { display: flex; flex-wrap: wrap; gap: 14px; }
        figure { margin: 0; padding: 12px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
        figcaption { font-weight: 600; margin-bottom: 6px; } .samples figcaption { font-weight: 400; color: var(--soft); margin: 6px 0 0; }
        .samples img, .samples video { max-width: min(100%, 900px); min-width: 128px; image-rendering: pixelated; }
        svg { width: 100%; height: auto; display: block; } svg text { font-size: 11px; fill: var(--soft); }
        .grid { stroke: var(--line); stroke-width: 1; }
        polyline { fill: none; stroke: var(--c); stroke-width: 1.6; stroke-linejoin: round; } circle { fill: var(--c); }
        polyline.measured { stroke-width: 2.4; stroke-dasharray: 5 4; }
        .legend { list-style: none; margin: 6px 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 2px 14px; color: var(--soft); font-size: 12px; }
        .legend i { display: inline-block; width: 16px; border-top: 2.5px solid var(--c); margin-right: 5px; vertical-align: middle; }
        .legend .measured i { border-top-style: dashed; } .legend b { color: var(--ink); font-weight: 600; }
        .c0 { --c: var(--c0); } .c1 { --c: var(--c1); } .c2 { --c: var(--c2); } .c3 { --c: var(--c3); }
        .c4 { --c: var(--c4); } .c5 { --c: var(--c5); } .c6 { --c: var(--c6); } .c7 { --c: var(--c7); }
        table { border-collapse: collapse; }
        td { padding: 2px 16px 2px 0; vertical-align: top; }
        td:first-child { color: var(--soft); white-space: nowrap; }
        details { margin: 8px 0; } summary { cursor: pointer; font-weight: 600; }
        pre { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 12px; overflow: auto; font-size: 12px; }
        """;
}
