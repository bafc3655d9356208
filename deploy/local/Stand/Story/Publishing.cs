using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.PayrollOffice;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Stand;

/// <summary>The payroll office puts payslips into the vaults, with an identity of its own that may append and not read.</summary>
/// <remarks>It signs what it publishes, but for the employer that has its slips made by somebody who does not sign yet.</remarks>
internal sealed class Publishing(Records records, Seed seed, VaultSession office, SigningKey key, IReadOnlyDictionary<Citizen, VaultSession> owners)
{
    private readonly PayslipPublisher _signing = new(records.Get<SolidVault>(), TimeProvider.System, key);
    private readonly PayslipPublisher _unsigned = new(records.Get<SolidVault>(), TimeProvider.System);

    /// <summary>The slips of one of the four months, without the one that comes late.</summary>
    /// <returns>How many.</returns>
    public async Task<int> MonthAsync(IReadOnlyList<Maand> months, int number, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var citizen in Cast.Citizens.Where(citizen => citizen != Cast.Late || number < months.Count - 1))
        {
            count += await MonthOfAsync(citizen, months[number], number, cancellation);
        }

        return count;
    }

    /// <summary>One month's slips of one citizen.</summary>
    /// <returns>How many.</returns>
    public async Task<int> MonthOfAsync(Citizen citizen, Maand month, int number, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var slip in Payslips.For(citizen, month, number))
        {
            await PublishAsync(citizen, slip with { Id = Reference(citizen, slip) }, cancellation);
            count++;
        }

        return count;
    }

    public Task LateAsync(IReadOnlyList<Maand> months, CancellationToken cancellation) => MonthOfAsync(Cast.Late, months[^1], months.Count - 1, cancellation);

    /// <summary>A new document that names the one whose place it takes.</summary>
    public Task CorrectionAsync(IReadOnlyList<Maand> months, CancellationToken cancellation)
    {
        var slip = Payslips.Correction(months[Payslips.CorrectedMonth]);
        var first = Reference(Cast.Corrected, slip);
        return PublishAsync(Cast.Corrected, slip with { Id = first + "-bis", Corrects = first }, cancellation);
    }

    // The payroll office's own number of the slip.
    private static string Reference(Citizen citizen, Loonfiche slip) => $"{citizen.Vault.Pod}-{slip.Employer.Value}-{Maand.Of(slip.PeriodFrom)}";

    private async Task PublishAsync(Citizen citizen, Loonfiche slip, CancellationToken cancellation)
    {
        // Whoever may only append is refused a second time with the same 403 as somebody without any right, so after a start
        // that was broken off the owner's session says what is there.
        var url = PayslipPublisher.UrlOf(seed.Container(citizen), slip, slip.Id) ?? throw new InvalidOperationException("The reference gives no URL.");
        if (await records.Get<SolidVault>().GetAsync(url, knownETag: null, owners[citizen], cancellation) is VaultAnswer<VaultDocument>.Ok)
        {
            return;
        }

        var outcome = await (slip.Employer == Cast.Unsigned.Employer ? _unsigned : _signing).PublishAsync(seed.Container(citizen), slip, office, cancellation);
        if (outcome is not PublishOutcome.Published)
        {
            throw new StandException($"The payroll office's slip {slip.Id} did not get into the vault: {outcome}{(outcome is PublishOutcome.Refused refused ? " " + string.Join(", ", refused.Problems.Select(problem => problem.Code)) : "")}");
        }
    }
}
