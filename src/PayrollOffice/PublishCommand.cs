using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.PayrollOffice;

/// <summary>The verb <c>publish</c>.</summary>
/// <remarks>Ends with 0 where every row is in its vault, 1 where at least one row is not, 2 where the command itself cannot run.</remarks>
internal static class PublishCommand
{
    private const string SecretVariable = "PAYROLL_CLIENT_SECRET";
    private const int SomeFailed = 1;
    private const int CannotRun = 2;

    /// <summary>Runs the tool; the output can be led elsewhere.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        var root = new RootCommand("The payroll office's side: puts payslips into vaults. The service never writes payslips.") { Create() };
        foreach (var command in KeyCommand.Create(TimeProvider.System))
        {
            root.Add(command);
        }

        var parsed = root.Parse(arguments);
        var exit = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors });
        return parsed.Errors.Count > 0 ? CannotRun : exit;
    }

    private static Command Create()
    {
        var slips = new Argument<FileInfo>("slips") { Description = "Payslips as a JSON array, or as CSV where the name ends in .csv (see src/PayrollOffice/README.md)." };
        var issuer = new Option<Uri>("--issuer") { Description = "Identity provider of the payroll office, as it writes itself.", Required = true, CustomParser = AbsoluteUrl };
        var webId = new Option<Uri>("--webid") { Description = "WebID of the payroll office.", Required = true, CustomParser = AbsoluteUrl };
        var clientId = new Option<string>("--client-id") { Description = $"Client credentials of the payroll office; the secret comes from {SecretVariable}.", Required = true };
        var container = new Option<Uri?>("--container") { Description = "Container for rows that name none; ends in a slash.", CustomParser = ContainerUrl };
        var journal = new Option<FileInfo?>("--journal") { Description = "Remembers what was published; default: the file of slips with .done behind it." };
        var keyFile = new Option<FileInfo?>("--key") { Description = "The office's key (see the verb key): every slip is signed with it." };
        var loopback = new Option<bool>("--allow-loopback") { Description = "Lets vaults be on this machine: for a stand only." };
        var command = new Command("publish", "Puts payslips into their workers' vaults; safe to repeat.") { slips, issuer, webId, clientId, container, journal, keyFile, loopback };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var file = parsed.GetRequiredValue(slips);
            if (!file.Exists || Environment.GetEnvironmentVariable(SecretVariable) is not { Length: > 0 } secret)
            {
                await errors.WriteLineAsync(file.Exists ? $"{SecretVariable} is not set." : "The file of slips does not exist.");
                return CannotRun;
            }

            var reason = "";
            using var key = parsed.GetValue(keyFile) is { } secretKey ? KeyCommand.Read(secretKey, out reason) : null;
            if (reason.Length > 0)
            {
                await errors.WriteLineAsync(reason);
                return CannotRun;
            }

            await using var services = new ServiceCollection()
                .AddSolidVault(options => options.AllowLoopback = parsed.GetValue(loopback))
                .AddSingleton(sp => new PayslipPublisher(sp.GetRequiredService<SolidVault>(), sp.GetRequiredService<TimeProvider>(), key))
                .BuildServiceProvider();
            var clock = services.GetRequiredService<TimeProvider>();
            var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(VaultServices.HttpClientName);
            using var office = new ClientCredentialsSession(http, parsed.GetRequiredValue(issuer), parsed.GetRequiredValue(webId), parsed.GetRequiredValue(clientId), secret, clock);
            using var done = PublishJournal.Open((parsed.GetValue(journal) ?? new FileInfo(file.FullName + ".done")).FullName);
            await using var stream = file.OpenRead();
            var progress = new PublishProgress(output, errors, () => stream.Length == 0 ? 1 : (double)stream.Position / stream.Length, output == Console.Out && !Console.IsOutputRedirected, clock);
            PublishResult result;
            try
            {
                result = await new PublishSlips(services.GetRequiredService<PayslipPublisher>(), office, done, progress).RunAsync(stream, SlipRows.IsCsv(file), parsed.GetValue(container), cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                progress.End();
                await errors.WriteLineAsync("Stopped. Start the same command again to go on.");
                return SomeFailed;
            }

            progress.End();
            await output.WriteLineAsync($"{result.Rows} rows: {result.Published} published, {result.AlreadyThere} already there, {result.Failed} failed");
            return result.Failed == 0 ? 0 : SomeFailed;
        });
        return command;
    }

    private static Uri? AbsoluteUrl(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp))
        {
            return url;
        }

        argument.AddError($"{Name(argument)} is an absolute URL, with http or https.");
        return null;
    }

    private static Uri? ContainerUrl(ArgumentResult argument)
    {
        var url = AbsoluteUrl(argument);
        if (url is not null && !url.AbsolutePath.EndsWith('/'))
        {
            argument.AddError($"{Name(argument)} ends in a slash.");
        }

        return url;
    }

    private static string Name(ArgumentResult argument) => argument.Parent is OptionResult option ? option.Option.Name : argument.Argument.Name;
}
