using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Tests;

/// <summary>A client that somebody else's generator makes from the document compiles, and does with the running service what a package does.</summary>
public sealed class ApiGeneratedClientTests
{
    private static readonly string Folder = Path.Combine(ApiDocumentTests.Root(), "tests", "Service", "client");

    [Fact]
    public async Task GeneratedClient_OnTheRunningService_WalksTheMainPath()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", "@hey-api", "openapi-ts")), "The generator is not installed: run npm ci in tests/Service/client.");
        var port = FreePort();
        await using var site = new Site(("Service:BaseUrl", $"http://localhost:{port}/"));
        site.UseKestrel(port);
        site.StartServer();
        var world = await World.MakeAsync(site);
        var check = await site.InDatabaseAsync(db => db.Checks.AsNoTracking().SingleAsync(one => one.Id == world.Proposed.CheckId));
        EventRecord[] told = [EventRecord.ConsentGiven(World.Gent, world.Consent), EventRecord.CheckProposed(World.Gent, check, world.Proposed), EventRecord.ConsentEnded(World.Gent, world.Bea.Id, world.Consent.Id, "withdrawn", World.Then)];
        await site.InDatabaseAsync(db =>
        {
            db.Events.AddRange(told);
            return db.SaveChangesAsync();
        });
        var registered = await site.RegisterAsync(World.Gent);

        // Under obj, which is nobody's but this machine's, and where Node finds the packages of the folder above.
        var work = Directory.CreateDirectory(Path.Combine(Folder, "obj", Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            foreach (var file in (string[])["walk.ts", "tsconfig.json"])
            {
                File.Copy(Path.Combine(Folder, file), Path.Combine(work, file));
            }

            using (var http = new HttpClient())
            {
                await File.WriteAllTextAsync(Path.Combine(work, "openapi.json"), await http.GetStringAsync(new Uri($"http://localhost:{port}/api/v1/openapi.json"), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            }

            await NodeAsync(work, Path.Combine(Folder, "node_modules", ".bin", "openapi-ts"), "-i", "openapi.json", "-o", "generated");
            await NodeAsync(work, Path.Combine(Folder, "node_modules", ".bin", "tsc"), "-p", ".");
            using var said = JsonDocument.Parse(await NodeAsync(work, "walk.js", $"http://localhost:{port}", registered.ClientId.ToString(), registered.Secret));
            string? Said(string name) => said.RootElement.GetProperty(name).ToString();

            Assert.Equal(told.Select(one => one.Id).Order(StringComparer.Ordinal), said.RootElement.GetProperty("events").EnumerateArray().Select(one => one.GetString()!).Order(StringComparer.Ordinal));
            Assert.Equal((check.Id.ToString(), "3", "notify", "not-found"), (Said("check"), Said("steps"), Said("next"), Said("missing")));
            Assert.Equal(Said("fact"), Said("factAgain"));
            Assert.Equal("fr", Said("language"));
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        Assert.Equal(2, await site.InDatabaseAsync(db => db.Facts.CountAsync()));
        Assert.Equal("2026/117", (await site.InDatabaseAsync(db => db.DecisionSteps.SingleAsync())).Number);
        Assert.True((await site.InDatabaseAsync(db => db.EventReceipts.SingleAsync())).IsReceived);
    }

    private static async Task<string> NodeAsync(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("node", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{arguments[0]}: {output}{await errors}");
        return output;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
