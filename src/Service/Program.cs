using SolidLoonfiches.Service;

// The verbs of the executable. Each stands in Verbs/ under its own name; `serve` is the one that runs without a name.
return await CommandLine.RunAsync(args, serve: BuildSite);

// What people and machines see, from the outside in. Each line is a file, or a room.
static WebApplication BuildSite(string[] args)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddSettings();
    builder.AddRooms();
    builder.AddBackgroundWork();
    builder.AddOperations();
    builder.AddLogin();
    builder.AddApi();
    builder.AddPages();

    var site = builder.Build();
    site.UseSecurityHeaders();
    site.UseOperations();
    site.UseOwnOrigin();
    site.UseErrorPages();
    site.UseApiErrors();
    site.UseRouting();
    site.UseTokenLimit();
    site.UseAuthentication();
    site.UseAuthorization();
    site.UseRateLimiter();

    site.MapIdentityDocuments();
    site.MapVaultHints();
    site.MapApi();
    site.MapSignIn();
    site.MapLook();
    site.MapOntology();
    site.MapRazorPages();
    return site;
}
