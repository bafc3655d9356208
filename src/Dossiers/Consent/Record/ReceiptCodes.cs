using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace SolidLoonfiches.Dossiers;

/// <summary>The code beside a receipt: an HMAC over its number and its hash, short enough to type. Each receipt has a key of its own, protected at rest.</summary>
/// <remarks>Twelve letters of twenty-three are 54 bits: nobody can try them at a page that counts (<c>Service/Security/ReceiptLimits.cs</c>), and without the key nothing can be tried elsewhere.</remarks>
public sealed class ReceiptCodes(IDataProtectionProvider protection)
{
    internal const int NumberGroups = 2, CodeGroups = 3;

    private readonly IDataProtector _protector = protection.CreateProtector("SolidLoonfiches.ConsentReceipts.v1");

    internal byte[] NewKey() => _protector.Protect(RandomNumberGenerator.GetBytes(32));

    /// <summary>Such as <c>C7KM-4TXA-9WRE</c>.</summary>
    public string Of(ConsentReceipt receipt) =>
        PlainLetters.Of(HMACSHA256.HashData(_protector.Unprotect(receipt.ProtectedKey), Encoding.ASCII.GetBytes($"{receipt.Number}\n{receipt.Sha256}")), CodeGroups);

    /// <summary>Whether this is the code of the receipt; takes as long for a wrong one as for a right one.</summary>
    internal bool IsRight(ConsentReceipt receipt, string code) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(receipt)), Encoding.ASCII.GetBytes(code));
}
