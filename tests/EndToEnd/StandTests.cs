using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SolidLoonfiches.Stand;

namespace SolidLoonfiches.EndToEnd.Tests;

/// <summary>The stand itself.</summary>
[Collection(StandCollection.Name)]
public sealed class StandTests(StandFixture fixture)
{
    [Fact]
    public void Start_OnANewFolder_ToldTheWholeStory()
    {
        Assert.True(fixture.Stand.Data.State.Told);
        Assert.Contains(fixture.Said, line => line.StartsWith("Everything that should have happened did", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Table_OfTheStory_NamesEachDossierWhatWasFoundAndWhoWasTold()
    {
        var table = await StoryTable.WriteAsync(fixture.Stand.Records, CancellationToken.None);
        Assert.All(Cast.Citizens, citizen => Assert.Contains(citizen.Kind, table, StringComparison.Ordinal));
        Assert.Contains("corrected payslip", table, StringComparison.Ordinal);
        Assert.Contains("no payslip yet", table, StringComparison.Ordinal);
        Assert.Contains(Cast.Karen.Name, table, StringComparison.Ordinal);
        Assert.Contains(Cast.Pieter.Name, table, StringComparison.Ordinal);
    }

    [Fact]
    public void Demand_APortThatIsTaken_NamesIt()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var taken = ((IPEndPoint)listener.LocalEndpoint).Port;
        var refused = Assert.Throws<StandException>(() => FreePorts.Demand(FreePorts.Any() with { Login = taken }));
        Assert.Contains($"{taken}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--login-port", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_AFolderWithOtherPorts_IsRefused()
    {
        var ports = fixture.Stand.Ports;
        var refused = Assert.Throws<StandException>(() => DataFolder.Open(new StandOptions(fixture.Stand.Data.Root, Vaults: ports.Vaults + 1), fixture.Stand.Data.State.LastMonth));
        Assert.Contains($"{ports.Vaults}", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Everything listens on this machine alone.</summary>
    [Fact]
    public void Servers_AllOfThem_ListenOnLoopbackOnly()
    {
        int[] ports = [fixture.Stand.Ports.Vaults, fixture.Stand.Ports.Service, fixture.Stand.Ports.Login, fixture.Stand.Ports.Smtp, fixture.Stand.Ports.Mail, fixture.AcpVaults.Port];
        var listening = System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(end => ports.Contains(end.Port)).ToList();
        Assert.Equal(ports.Order(), listening.Select(end => end.Port).Distinct().Order());
        Assert.All(listening, end => Assert.True(IPAddress.IsLoopback(end.Address), $"{end} is open to the network."));
    }

    /// <summary>A stand that is killed, so that it cannot end anything itself, leaves no server behind.</summary>
    [Fact]
    public async Task Leash_WhenItsHolderIsKilled_EndsTheServer()
    {
        var folder = Directory.CreateTempSubdirectory("loonfiches-leash-").FullName;
        try
        {
            var log = Path.Combine(folder, "log");
            await File.WriteAllTextAsync(log, "");
            // The holder keeps the writing end of the leash's input, and then stands still.
            var script = $"""mkfifo '{folder}/input'; '{Path.Combine(Repository.Local, "leash")}' '{log}' bash -c 'echo $$; exec sleep 1000' <'{folder}/input' & exec 9>'{folder}/input'; kill -STOP $$""";
            using var holder = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { UseShellExecute = false })!;
            using var longest = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            string child;
            while ((child = (await File.ReadAllTextAsync(log, longest.Token)).Trim()).Length == 0)
            {
                await Task.Delay(50, longest.Token);
            }

            using var server = Process.GetProcessById(int.Parse(child, CultureInfo.InvariantCulture));
            Assert.False(server.HasExited);
            holder.Kill();
            await server.WaitForExitAsync(longest.Token);
            Assert.True(server.HasExited);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
