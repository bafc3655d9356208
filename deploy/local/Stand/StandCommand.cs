using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace SolidLoonfiches.Stand;

/// <summary>The command line of the stand.</summary>
internal static class StandCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var data = new Option<string>("--data") { Description = "Folder that keeps vaults, records, mails and logs.", DefaultValueFactory = _ => Path.Combine(Repository.Local, "data") };
        var once = new Option<bool>("--once") { Description = "Ends after the table." };
        var vaults = Port("--vault-port", "the vaults (Solid server)", StandPorts.Default.Vaults);
        var service = Port("--service-port", "the service", StandPorts.Default.Service);
        var login = Port("--login-port", "the login that stands for ACM/IDM", StandPorts.Default.Login);
        var smtp = Port("--smtp-port", "incoming mail", StandPorts.Default.Smtp);
        var mail = Port("--mail-port", "the page that shows the mails", StandPorts.Default.Mail);
        var receiver = Port("--receiver-port", "what stands for the OCMW's own package", StandPorts.Default.Receiver);
        var command = new RootCommand("Starts the whole product on this machine, with made-up people.") { data, once, vaults, service, login, smtp, mail, receiver };
        command.SetAction((parsed, cancellation) => RunAsync(
            new StandOptions(parsed.GetValue(data)!, parsed.GetValue(vaults), parsed.GetValue(service), parsed.GetValue(login), parsed.GetValue(smtp), parsed.GetValue(mail), parsed.GetValue(receiver)),
            parsed.GetValue(once),
            cancellation));
        // Ctrl-C and SIGTERM cancel; the servers then have this long to end.
        return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(60) });
    }

    private static async Task<int> RunAsync(StandOptions options, bool once, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        void Say(string line) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{watch.Elapsed.TotalSeconds,6:0.0} s] {line}"));
        try
        {
            await using var stand = await RunningStand.StartAsync(options, Say, cancellation);
            Console.WriteLine();
            Console.WriteLine(await StoryTable.WriteAsync(stand.Records, cancellation));
            Console.WriteLine(Addresses.Write(stand));
            if (once)
            {
                return 0;
            }

            Console.WriteLine("Ctrl-C stops everything.");
            throw await stand.Servers.FirstEndAsync(cancellation);
        }
        catch (StandException ended)
        {
            await Console.Error.WriteLineAsync(ended.Message);
            return 1;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Say("Stopped.");
            return once ? 130 : 0;
        }
    }

    private static Option<int?> Port(string name, string what, int usual) => new(name) { Description = $"Port of {what}; {usual} for a new data folder, else as before." };
}
