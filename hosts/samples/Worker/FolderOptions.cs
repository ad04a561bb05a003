namespace VideoPoet.Samples.Worker;

/// <summary>Where requests come from and results go to.</summary>
internal sealed class FolderOptions
{
    /// <summary>The folder of requests, a JSON file each.</summary>
    public string Requests { get; set; } = "requests";

    /// <summary>The folder of results, and of the requests that are done.</summary>
    public string Results { get; set; } = "results";
}
