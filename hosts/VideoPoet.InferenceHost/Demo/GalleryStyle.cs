namespace VideoPoet.InferenceHost.Demo;

/// <summary>How the gallery looks, and the little that it does.</summary>
internal static class GalleryStyle
{
    /// <summary>Light and dark, wide and narrow.</summary>
    public const string Css = """
        :root { --paper: #fbfaf8; --card: #ffffff; --ink: #1d1c1a; --soft: #5f5b55; --line: #e4e0d9; --accent: #a33a16; --good: #1a6b3c; --bad: #a32020; --part: #7a5900; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #151413; --card: #1f1e1c; --ink: #f1eee9; --soft: #b0aaa1; --line: #35322e; --accent: #ff9a6b; --good: #6fd39a; --bad: #ff8a80; --part: #e6c15c; }
        }
        * { box-sizing: border-box; }
        html { scroll-behavior: smooth; }
        @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
        header, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
        header { padding-top: 3rem; }
        h1 { font-size: clamp(2rem, 6vw, 3.25rem); line-height: 1.1; letter-spacing: -0.02em; margin: 0 0 1rem; }
        h2 { font-size: 1.4rem; letter-spacing: -0.01em; margin: 0; }
        .eyebrow { color: var(--accent); font-weight: 600; margin: 0 0 .5rem; }
        .lead { max-width: 46rem; font-size: 1.1rem; margin: 0; }
        .state, .about, .facts, figcaption, footer { color: var(--soft); }
        .about { margin: .25rem 0 1rem; }
        main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); gap: 2rem 1rem; padding-bottom: 2.5rem; }
        section { display: flex; flex-direction: column; padding-top: 1.25rem; border-top: 1px solid var(--line); scroll-margin-top: 1rem; }
        section.wide { grid-column: 1 / -1; }
        .cards { flex: 1; }
        nav ul { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin: 1.25rem 0 2rem; }
        nav a { display: inline-block; padding: .3rem .8rem; border: 1px solid var(--line); border-radius: 999px; background: var(--card); color: var(--ink); text-decoration: none; }
        nav a:hover { border-color: var(--accent); color: var(--accent); }
        button { font: inherit; padding: .4rem 1rem; border-radius: 999px; border: 1px solid var(--line); background: var(--card); color: var(--ink); cursor: pointer; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
        .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 1rem; }
        .card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1rem; display: flex; flex-direction: column; gap: .6rem; }
        .prompt { margin: 0; font-family: Georgia, "Times New Roman", serif; font-size: 1.05rem; }
        .prompt span { font: 600 .75rem/1 system-ui, sans-serif; text-transform: uppercase; letter-spacing: .06em; color: var(--soft); }
        .media { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem; }
        figure { margin: 0; min-width: 0; }
        figure img, figure video { display: block; width: 100%; border-radius: 10px; background: #000; aspect-ratio: auto; }
        figure.given { flex: 1 1 6rem; max-width: 8rem; }
        figure.made { flex: 2 1 10rem; max-width: 16rem; }
        figure.sound { flex: 1 1 14rem; max-width: 100%; }
        audio { width: 100%; }
        figcaption { font-size: .8rem; margin-top: .3rem; }
        .sound { color: var(--accent); }
        .arrow { font-size: 1.5rem; color: var(--soft); }
        .marks { display: flex; flex-wrap: wrap; gap: .35rem; list-style: none; padding: 0; margin: auto 0 0; font-size: .85rem; }
        .marks li { border: 1px solid var(--line); border-radius: 999px; padding: .1rem .6rem; }
        .good { color: var(--good); } .bad { color: var(--bad); } .part { color: var(--part); }
        .facts { margin: 0; font-size: .8rem; font-variant-numeric: tabular-nums; }
        footer { padding-top: 1.5rem; padding-bottom: 3rem; border-top: 1px solid var(--line); }
        .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
        """;

    /// <summary>Stops and starts what moves by itself; stopped from the beginning for who wants no motion.</summary>
    public const string Script = """
        const button = document.getElementById('motion');
        const moving = [...document.querySelectorAll('video[autoplay]')];
        function set(stopped) {
          button.setAttribute('aria-pressed', stopped);
          for (const video of moving) stopped ? video.pause() : video.play().catch(() => {});
        }
        button.addEventListener('click', () => set(button.getAttribute('aria-pressed') !== 'true'));
        if (matchMedia('(prefers-reduced-motion: reduce)').matches) { moving.forEach(video => video.autoplay = false); set(true); }
        """;
}
