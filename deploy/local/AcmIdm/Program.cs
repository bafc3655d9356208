using SolidLoonfiches.AcmIdm;

// A local OpenID provider that stands for ACM/IDM: whoever opens it picks a made-up person.
//   --urls http://localhost:5100  --issuer http://localhost:5100/  --personas FILE  --site http://localhost:5000/
// The client's secret comes from the environment (ClientSecret), so that no process list shows it.
var builder = WebApplication.CreateBuilder(args);
var settings = ProviderSettings.Read(builder.Configuration);
builder.WebHost.ConfigureKestrel(server => server.ListenLocalhost(settings.Issuer.Port));
builder.AddProvider(settings);

var app = builder.Build();
await Registration.RegisterSiteAsync(app.Services, settings);
app.UseAuthentication();
app.MapProvider(settings);
await app.RunAsync();
