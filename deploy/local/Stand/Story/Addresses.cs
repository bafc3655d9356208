using System.Globalization;
using System.Text;

namespace SolidLoonfiches.Stand;

/// <summary>Where the pages are, and how to sign in.</summary>
internal static class Addresses
{
    public static string Write(RunningStand stand)
    {
        var ports = stand.Ports;
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"The service    {ports.ServiceUrl}    sign in by picking a made-up person: {string.Join(", ", Cast.Staff.Select(staff => staff.Name))} (of an OCMW: the page says what each may do), {string.Join(", ", Cast.Citizens.Select(citizen => citizen.Name))}");
        text.AppendLine(CultureInfo.InvariantCulture, $"The mails      {ports.MailUrl}");
        text.AppendLine(CultureInfo.InvariantCulture, $"The package    {ports.ReceiverUrl}    stands for the OCMW's own software: the signed events that it received");
        text.AppendLine(CultureInfo.InvariantCulture, $"The vaults     {ports.VaultsUrl}    each opens with an e-mail address and a password:");
        text.AppendLine();
        text.AppendLine(StoryTable.Lines([
            ["Person", "Dossier", "Vault", "E-mail", "Password", "Consent at the start"],
            .. Cast.Citizens.Select(citizen => new[] { citizen.Name, citizen.Kind, citizen.Vault.Storage(ports.VaultsUrl).AbsoluteUri, citizen.Vault.Email, citizen.Vault.Password, citizen.Consents ? "given" : "waits for you, in the browser" }),
            ["Payroll office", "-", Cast.PayrollOffice.Storage(ports.VaultsUrl).AbsoluteUri, Cast.PayrollOffice.Email, Cast.PayrollOffice.Password, "-"],
        ]));
        text.Append(CultureInfo.InvariantCulture, $"A check by hand: deploy/local/service --data {stand.Data.Root} check --dry-run");
        return text.ToString();
    }
}
