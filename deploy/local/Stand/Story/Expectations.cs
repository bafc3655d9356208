using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Stand;

/// <summary>Looks whether everything that should have happened did; each that did not is a sentence.</summary>
internal sealed class Expectations(Records records, Seed seed, MailReader mails, EventReader events)
{
    private static readonly TimeSpan LongestMail = TimeSpan.FromSeconds(60);

    private readonly List<string> _unmet = [];

    /// <exception cref="StandException">Something did not happen.</exception>
    public async Task DemandAsync(IReadOnlyList<Maand> months, CheckRun scheduled, VaultSession payrollOffice, CancellationToken cancellation)
    {
        foreach (var citizen in Cast.Citizens)
        {
            var dossier = await seed.DossierAsync(citizen, cancellation);
            var checks = await records.InDatabaseAsync(db => db.Checks.AsNoTracking().Where(check => check.DossierId == dossier.Id).ToListAsync(cancellation));
            if (citizen.Consents)
            {
                EveryMonthHasAnAmount(citizen, checks, months);
            }
            else
            {
                Expect(checks.Count == 0, $"The dossier '{citizen.Kind}' has no consent, and yet {checks.Count} checks.");
            }

            if (citizen == Cast.Late)
            {
                TheLateSlipWasFound(checks, months[^1], scheduled);
            }

            if (citizen == Cast.Corrected)
            {
                TheCorrectionWasFound(checks, months[Payslips.CorrectedMonth], scheduled);
            }
        }

        await TheSlipsAreSignedAsync(payrollOffice, cancellation);
        await TheVaultsRefuseAsync(payrollOffice, cancellation);
        await TheMailsArrivedAsync(cancellation);
        await TheEventsArrivedAsync(cancellation);
        if (_unmet.Count > 0)
        {
            throw new StandException("This did not happen as it should:\n" + string.Join('\n', _unmet.Select(sentence => "  - " + sentence)));
        }
    }

    private void EveryMonthHasAnAmount(Citizen citizen, List<Check> checks, IReadOnlyList<Maand> months)
    {
        foreach (var month in months)
        {
            var current = checks.Where(check => check.Month == month && check.IsCurrent).ToList();
            Expect(
                current is [{ Outcome: CheckOutcome.Changed or CheckOutcome.Unchanged, NewAmount: not null }],
                $"The dossier '{citizen.Kind}' should have one standing check of {month} with an amount; it has {(current.Count == 0 ? "none" : string.Join(", ", current.Select(check => $"{check.Outcome} ({string.Join(", ", check.Findings.Select(finding => finding.Code))})")))}.");
        }
    }

    private void TheLateSlipWasFound(List<Check> checks, Maand month, CheckRun scheduled)
    {
        var found = checks.SingleOrDefault(check => check.Month == month && check.IsCurrent);
        var before = checks.SingleOrDefault(check => check.Id == found?.ReplacesId);
        Expect(before?.Outcome == CheckOutcome.NoPayslipYet, $"Before the late slip came, the check of {month} should have said that there was no payslip yet; it said {before?.Outcome.ToString() ?? "nothing"}.");
        Expect(found?.RunId == scheduled.Id && Has(found, "newSlip"), $"The scheduled check should have found the new slip of {month}.");
    }

    private void TheCorrectionWasFound(List<Check> checks, Maand month, CheckRun scheduled)
    {
        var found = checks.SingleOrDefault(check => check.Month == month && check.IsCurrent);
        Expect(found?.RunId == scheduled.Id && found.ReplacesId is not null && Has(found, "correctedSlip"), $"The scheduled check should have found the corrected slip of {month}, and name the check that it replaces.");
        Expect(found is not null && found.OldAmount != found.NewAmount, $"The corrected slip of {month} should have changed the amount.");
    }

    private async Task TheSlipsAreSignedAsync(VaultSession payrollOffice, CancellationToken cancellation)
    {
        var slips = await records.InDatabaseAsync(db => db.Slips.AsNoTracking().ToListAsync(cancellation));
        foreach (var slip in slips)
        {
            var expected = slip.Loonfiche?.Employer == Cast.Unsigned.Employer ? "unsigned" : "signed";
            Expect(
                slip.Signature?.Code == expected && (expected == "unsigned" || slip.Signature.Office == payrollOffice.WebId.AbsoluteUri),
                $"A slip of {slip.Loonfiche?.EmployerName ?? "an unknown employer"} should be {expected}; it is {slip.Signature?.Code ?? "not looked at"}.");
        }
    }

    private async Task TheVaultsRefuseAsync(VaultSession payrollOffice, CancellationToken cancellation)
    {
        var vault = records.Get<SolidVault>();
        foreach (var citizen in Cast.Citizens)
        {
            var answer = await vault.ListAsync(seed.Container(citizen), payrollOffice, cancellation);
            Expect(answer is VaultAnswer<VaultListing>.NoGrant, $"The payroll office may append and not read, but reading the vault of the dossier '{citizen.Kind}' was answered with {answer.GetType().Name}.");
        }

        var slip = await records.InDatabaseAsync(db => db.Slips.AsNoTracking().OrderBy(one => one.Url).FirstAsync(cancellation));
        var read = await vault.GetAsync(new Uri(slip.Url), knownETag: null, payrollOffice, cancellation);
        Expect(read is VaultAnswer<VaultDocument>.NoGrant, $"The payroll office read back a slip: {read.GetType().Name}.");
        foreach (var citizen in Cast.Citizens.Where(citizen => !citizen.Consents))
        {
            var answer = await vault.ListAsync(seed.Container(citizen), records.Get<ServiceIdentity>(), cancellation);
            Expect(answer is VaultAnswer<VaultListing>.NoGrant, $"The dossier '{citizen.Kind}' has no consent, but the service's read was answered with {answer.GetType().Name}.");
        }
    }

    private async Task TheMailsArrivedAsync(CancellationToken cancellation)
    {
        var messages = await records.InDatabaseAsync(db => db.Messages.AsNoTracking().ToListAsync(cancellation));
        Expect(messages.Count > 0, "Nobody was told of anything.");
        var received = await mails.AllAsync(cancellation);
        using var longest = new CancellationTokenSource(LongestMail);
        while (received.Count < messages.Count && !longest.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300), cancellation);
            received = await mails.AllAsync(cancellation);
        }

        Expect(received.Count == messages.Count, $"{messages.Count} messages were written, and {received.Count} mails arrived.");
        Expect(received.Select(mail => mail.MessageId).Distinct(StringComparer.Ordinal).Count() == received.Count, "A mail arrived twice.");
        foreach (var mail in received)
        {
            var text = $"{mail.Subject}\n{mail.Text}\n{mail.Html}";
            Expect(Cast.Citizens.All(citizen => !text.Contains(citizen.LastName, StringComparison.OrdinalIgnoreCase) && !text.Contains(citizen.Insz.Value, StringComparison.Ordinal)), $"The mail '{mail.Subject}' holds a name or an INSZ.");
            Expect(!text.Contains("EUR", StringComparison.Ordinal) && !text.Contains('€', StringComparison.Ordinal), $"The mail '{mail.Subject}' holds an amount.");
        }
    }

    private async Task TheEventsArrivedAsync(CancellationToken cancellation)
    {
        var written = await records.InDatabaseAsync(db => db.Events.AsNoTracking().Where(one => one.OcmwKbo == Cast.Gent.Value).ToListAsync(cancellation));
        using var longest = new CancellationTokenSource(LongestMail);
        var received = await events.AllAsync(cancellation);
        while (received.Count < written.Count && !longest.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300), cancellation);
            received = await events.AllAsync(cancellation);
        }

        Expect(written.Select(one => one.Id).Order(StringComparer.Ordinal).SequenceEqual(received.Select(one => one.GetProperty("id").GetString()!).Order(StringComparer.Ordinal)), $"{written.Count} events were written, and the OCMW's package has the effect of {received.Count}.");
        Expect(new[] { EventTypes.PayslipFound, EventTypes.ConsentGiven }.All(type => written.Any(one => one.Type == type)), "No payslip was found, or no consent was told.");
        Expect(received.All(one => Cast.Citizens.All(citizen => !one.GetRawText().Contains(citizen.LastName, StringComparison.OrdinalIgnoreCase) && !one.GetRawText().Contains(citizen.Insz.Value, StringComparison.Ordinal))), "An event holds a name or an INSZ.");
    }

    private static bool Has(Check check, string code) => check.Findings.Any(finding => finding.Code == code);

    private void Expect(bool happened, string sentence)
    {
        if (!happened)
        {
            _unmet.Add(sentence);
        }
    }
}
