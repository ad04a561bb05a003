using VideoPoet.Inference;
using VideoPoet.Samples.MinimalApi;

// Video over HTTP. The model is in appsettings.json; VideoPoet__Model in the environment wins over it.
//   curl localhost:5000/videos -H "Content-Type: application/json" -d '{ "prompt": "a ball rolls left" }' -o ball.mp4
//   curl localhost:5000/videos/stream -H "Content-Type: application/json" -d '{ "prompt": "a ball rolls left" }' | ffplay -i -
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddVideoPoet(builder.Configuration.GetSection("VideoPoet"));
builder.Services.AddHealthChecks().AddCheck<ModelHealth>("model");

var app = builder.Build();
app.MapHealthChecks("/health");
var videos = app.MapGroup("/videos").AddEndpointFilter<BadRequests>();
videos.MapPost("/", VideoEndpoints.GenerateAsync);
videos.MapPost("/stream", VideoEndpoints.StreamAsync);
app.Run();
