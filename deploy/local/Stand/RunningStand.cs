using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Stand;

/// <summary>The whole product on one machine: real servers, made-up people. What <c>deploy/local/up</c> and the end-to-end tests both start.</summary>
internal sealed class RunningStand : IAsyncDisposable
{
    private readonly Action<string> _say;

    private RunningStand(DataFolder data, Action<string> say)
    {
        _say = say;
        Data = data;
        Servers = new StandServers(data, Http, say);
    }

    public DataFolder Data { get; }

    public StandPorts Ports => Data.State.Ports;

    public StandServers Servers { get; }

    // Without cookies: the Solid server would see those of one account beside the token of another.
    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The records of the service; there once the servers run.</summary>
    public Records Records { get; private set; } = null!;

    public Seed Seed => new(Records, Ports.VaultsUrl);

    public MailReader Mails => new(Http, Ports.MailUrl);

    public EventReader Events => new(Http, Ports.ReceiverUrl);

    /// <summary>Starts the servers and, on a new data folder, tells the story: dossiers, payslips, consents, checks.</summary>
    /// <exception cref="StandException">A server did not start, or something did not happen.</exception>
    public static async Task<RunningStand> StartAsync(StandOptions options, Action<string> say, CancellationToken cancellation)
    {
        var data = DataFolder.Open(options, Maand.Of(Belgium.DayOf(TimeProvider.System.GetUtcNow())).Previous);
        var stand = new RunningStand(data, say);
        try
        {
            await stand.Servers.StartAsync(cancellation);
            stand.Records = new Records(data);
            if (data.State.Told)
            {
                say($"{data.Root} was filled before: nothing is added to it");
            }
            else
            {
                await stand.TellUnlessAServerEndsAsync(cancellation);
                data.MarkTold();
                await stand.Servers.LetVaultsTellAsync(cancellation);
            }

            return stand;
        }
        catch
        {
            await stand.DisposeAsync();
            throw;
        }
    }

    /// <summary>A session at an account of the Solid server, as its owner.</summary>
    public VaultAccounts Accounts() => new(Http, Records.VaultHttpClient(), Ports.VaultsUrl, TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        if (Records is not null)
        {
            await Records.DisposeAsync();
        }

        await Servers.DisposeAsync();
        Http.Dispose();
    }

    private async Task TellUnlessAServerEndsAsync(CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var story = TellAsync(either.Token);
        var end = Servers.FirstEndAsync(either.Token);
        await Task.WhenAny(story, end);
        if (story.IsFaulted)
        {
            // A server that ended makes the story fail first, with less to say about it.
            await Task.WhenAny(end, Task.Delay(TimeSpan.FromSeconds(2), cancellation));
        }

        var ended = end.IsCompletedSuccessfully;
        await either.CancelAsync();
        await Task.WhenAny(story);
        if (ended)
        {
            throw await end;
        }

        await story;
    }

    private async Task TellAsync(CancellationToken cancellation)
    {
        var months = Payslips.Of(Data.State.LastMonth);
        var seed = Seed;
        await seed.OpenDossiersAsync(months[0], cancellation);
        _say($"{Cast.Karen.Name} and {Cast.Pieter.Name} of {Cast.GentName} opened {Cast.Citizens.Count} dossiers and recorded their facts");

        await seed.ConnectPackageAsync(Ports.ReceiverUrl, Data.ReceiverSecrets, cancellation);
        await using var accounts = Accounts();
        foreach (var account in Cast.Citizens.Select(citizen => citizen.Vault).Append(Cast.PayrollOffice))
        {
            await accounts.EnsureAsync(account, cancellation);
        }

        var office = await accounts.SignInAsync(Cast.PayrollOffice, cancellation);
        var sessions = new Dictionary<Citizen, VaultSession>();
        foreach (var citizen in Cast.Citizens)
        {
            sessions[citizen] = await accounts.SignInAsync(citizen.Vault, cancellation);
            await seed.LetAppendAsync(citizen, sessions[citizen], office.WebId, cancellation);
        }

        _say("Each citizen let the payroll office append to the payslips in their vault, and no more");
        await seed.AskAsync(months[0], cancellation);
        _say("The social workers asked each citizen to open their vault");
        foreach (var citizen in Cast.Citizens.Where(citizen => citizen.Consents))
        {
            await seed.ConsentAsync(citizen, sessions[citizen], cancellation);
        }

        _say("Four citizens consented, each in a session at their own vault");
        using var key = OfficeSigning.KeyOf(Data);
        await OfficeSigning.PublishAsync(key, Records.Get<SolidVault>(), Http, office, cancellation);
        _say("The payroll office put the key set to verify its signatures beside its WebID");
        var publishing = new Publishing(Records, seed, office, key, sessions);
        var checks = new Checks(Servers, Records, TimeProvider.System);
        for (var number = 0; number < months.Count; number++)
        {
            var slips = await publishing.MonthAsync(months, number, cancellation);
            await checks.RunByVerbAsync(months[number], cancellation);
            _say($"{months[number]}: the payroll office put {slips} payslips into the vaults, and the month was checked");
        }

        await publishing.LateAsync(months, cancellation);
        await publishing.CorrectionAsync(months, cancellation);
        _say("The payroll office put in the slip that was late, and a corrected slip of an earlier month; now waiting for the schedule");
        var scheduled = await checks.RunByScheduleAsync(cancellation);
        _say($"The schedule ran the check of {scheduled.Month}: {scheduled.NewChecks} new checks in {scheduled.Total} dossiers");
        await new Expectations(Records, seed, Mails, Events).DemandAsync(months, scheduled, office, cancellation);
        _say("Everything that should have happened did: amounts, new and corrected slips, refusals by the vaults, mails, events");
    }
}
