using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VideoPoet.Inference;
using VideoPoet.Samples.Worker;

// Generates what is put into a folder: echo '{ "Task": "text-to-video", "Prompt": "a ball rolls left" }' > requests/ball.json
var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddVideoPoet(builder.Configuration.GetSection("VideoPoet"));
builder.Services.AddOptions<FolderOptions>().BindConfiguration("Folders");
builder.Services.AddHostedService<FolderWorker>();
await builder.Build().RunAsync();
