using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;

namespace VideoPoet.Tests;

/// <summary>A real Chromium without a window, which looks at a page and posts what it found.</summary>
internal static class Browser
{
    // Starting it is most of it; a video of two seconds is played besides.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>The program, or null where there is none.</summary>
    public static string? Program { get; } = Environment.GetEnvironmentVariable("PATH")!.Split(':')
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Join(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Serves a page and files to the browser until the page posts its findings to <c>/found</c>.</summary>
    /// <param name="page">The page.</param>
    /// <param name="files">The path of each file by its name on the page.</param>
    public static async Task<JsonElement> LookAtAsync(string page, IReadOnlyDictionary<string, string> files)
    {
        using var listener = Listen(out var address);
        var profile = Directory.CreateTempSubdirectory("videopoet-browser-").FullName;
        using var browser = Process.Start(new ProcessStartInfo(Program!,
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--mute-audio",
            "--autoplay-policy=no-user-gesture-required", $"--user-data-dir={profile}", address,
        ])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        browser.BeginErrorReadLine();
        browser.BeginOutputReadLine();
        try
        {
            return await ServeAsync(listener, page, files).WaitAsync(Limit);
        }
        finally
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync();
            Directory.Delete(profile, recursive: true);
        }
    }

    private static HttpListener Listen(out string address)
    {
        for (var port = Random.Shared.Next(20_000, 60_000); ; port++)
        {
            var listener = new HttpListener();
            listener.Prefixes.Add(address = $"http://127.0.0.1:{port}/");
            try
            {
                listener.Start();
                return listener;
            }
            catch (HttpListenerException)
            {
                // Somebody else has the port.
                listener.Close();
            }
        }
    }

    private static async Task<JsonElement> ServeAsync(HttpListener listener, string page, IReadOnlyDictionary<string, string> files)
    {
        while (true)
        {
            var context = await listener.GetContextAsync();
            using var response = context.Response;
            var name = context.Request.Url!.AbsolutePath[1..];
            if (name == "found")
                return await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.InputStream);
            if (name != "" && !files.ContainsKey(name))
            {
                response.StatusCode = 404;
                continue;
            }
            response.ContentType = Path.GetExtension(name) switch { ".mp4" => "video/mp4", ".webm" => "video/webm", _ => "text/html; charset=utf-8" };
            var body = name == "" ? Encoding.UTF8.GetBytes(page) : await File.ReadAllBytesAsync(files[name]);
            try
            {
                await response.OutputStream.WriteAsync(body);
            }
            catch (HttpListenerException)
            {
                // The browser reads a video's beginning first, and then asks for it again.
            }
        }
    }
}
