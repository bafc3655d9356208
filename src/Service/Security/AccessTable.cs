namespace SolidLoonfiches.Service;

/// <summary>Who may open which page or address, and who may send its forms: the whole of it, in one table.</summary>
/// <remarks>
/// Always within the own OCMW: <see cref="OwnOcmw"/> and the operations see to that. A page without a row is closed to everybody.
/// A test walks every route of the running site as every role, and fails for a route that does not stand here.
/// </remarks>
internal static class AccessTable
{
    public static IReadOnlyList<Access> Rows { get; } =
    [
        // Open to all. What is not a page guards itself: by a secret path, or because it is public by nature.
        Open("/Index"), Open("/Start"), Open("/Error"), Open("/SignOut"), Open("/SignInFailed"), Open("/signin"), Open("/site.css"),
        Open("/Receipt"), Open("/Ontology/Index"), Open("/Ontology/Kinds"), Open("/Ontology/Shapes"), Open("/Ontology/Examples"), Open("/Ontology/Example"),
        Open("/ontology/{file:regex(^[a-z.-]+\\.(ttl|jsonld)$)}"), Open("/ontology/examples/{folder}/{file:regex(^[a-z0-9-]+\\.ttl$)}"),
        Open("/id"), Open("/id/{key}"), Open("/.well-known/openid-configuration"), Open("/jwks"), Open("/client.jsonld"), Open("/notify/{path:length(43)}"),

        // The citizen: their own and nothing else.
        Of("/Citizen/Index", Roles.Citizen), Of("/Citizen/Request", Roles.Citizen), Of("/Citizen/Preview", Roles.Citizen), Of("/Citizen/ConsentGiven", Roles.Citizen), Of("/Citizen/Withdraw", Roles.Citizen),
        Of("/Citizen/SignInVault", Roles.Citizen), Of("/Citizen/VaultGrant", Roles.Citizen), Of("/Citizen/ToVault", Roles.Citizen), Of("/Citizen/VaultCancelled", Roles.Citizen), Of("/Citizen/VaultFailed", Roles.Citizen),
        Of("/Citizen/VaultMade", Roles.Citizen), Of("/Citizen/VaultNotMade", Roles.Citizen), Of("/Citizen/VaultOtherPerson", Roles.Citizen), Of("/Citizen/MakeVault", Roles.Citizen),
        Of("/Citizen/Receipt", Roles.Citizen), Of("/Citizen/ReceiptFile", Roles.Citizen), Of("/Citizen/Paper", Roles.Citizen), Of("/Citizen/Ask", Roles.Citizen), Of("/Citizen/Questions", Roles.Citizen),
        Of("/Citizen/MyData", Roles.Citizen), Of("/Citizen/MyDataFile", Roles.Citizen),
        Of("/Citizen/CheckFile", Roles.Citizen), Of("/Citizen/Asked", Roles.Citizen), Of("/Citizen/Letter", Roles.Citizen), Of("/Citizen/WhatIf", Roles.Citizen), Of("/Citizen/Dispute", Roles.Citizen),

        // The desk.
        Of("/SocialWorker/Index", Roles.Desk), Of("/SocialWorker/Mine", Roles.Desk),
        Of("/SocialWorker/Work", Roles.Readers, Roles.Desk),
        Of("/SocialWorker/Dossiers", Roles.Readers, Roles.Desk, reads: "Search"),
        Of("/SocialWorker/Dossier", Roles.Readers, Roles.Desk), Of("/SocialWorker/AskConsent", Roles.Desk), Of("/SocialWorker/AskLetter", Roles.Desk),
        Of("/SocialWorker/PaperForm", Roles.Desk), Of("/SocialWorker/PaperConsent", Roles.Desk),
        Of("/SocialWorker/Check", Roles.Readers, Roles.Desk), Of("/SocialWorker/Decision", Roles.Readers, Roles.Desk), Of("/SocialWorker/Dispute", Roles.Readers, Roles.Desk),
        Of("/SocialWorker/Letter", Roles.Readers), Of("/SocialWorker/Draft", Roles.Readers), Of("/SocialWorker/Ask", Roles.Readers, Roles.Desk), Of("/SocialWorker/Bulk", Roles.Desk), Of("/SocialWorker/WhatIf", Roles.Readers),
        Of("/SocialWorker/Facts/Category", Roles.Desk), Of("/SocialWorker/Facts/Right", Roles.Desk), Of("/SocialWorker/Facts/Employment", Roles.Desk), Of("/SocialWorker/Facts/NoWage", Roles.Desk),
        Of("/SocialWorker/Facts/Exemption", Roles.Desk), Of("/SocialWorker/Facts/Cohabitant", Roles.Desk), Of("/SocialWorker/Facts/OtherMeans", Roles.Desk), Of("/SocialWorker/Facts/Review", Roles.Desk),
        Of("/SocialWorker/Facts/Status", Roles.Desk), Of("/SocialWorker/Facts/Gpmi", Roles.Desk), Of("/SocialWorker/Facts/Language", Roles.Desk), Of("/SocialWorker/Transfer", Roles.Desk),

        // Questions of citizens, to the data protection officer alone: by asking they show what they ask about.
        Of("/SocialWorker/Questions", Roles.DataProtectionOfficer), Of("/SocialWorker/Question", Roles.DataProtectionOfficer),

        // How the checks go: counts, of nobody.
        Of("/SocialWorker/Runs", Roles.Staff), Of("/SocialWorker/Month", Roles.Staff),

        // The head of service.
        Of("/SocialWorker/Figures", Roles.Head | Roles.Auditor), Of("/SocialWorker/Refund", Roles.Head),

        // Settings: what the OCMW chooses is the head's too, what only keeps the software going is not.
        Of("/SocialWorker/Settings", Roles.Administrator | Roles.Head), Of("/SocialWorker/Terms", Roles.Administrator | Roles.Head), Of("/SocialWorker/Choices", Roles.Administrator | Roles.Head),
        Of("/SocialWorker/Sending", Roles.Administrator), Of("/SocialWorker/Software", Roles.Administrator),
    ];

    private static readonly Dictionary<string, Access> ByRoute = Rows.ToDictionary(row => row.Route, StringComparer.Ordinal);

    /// <summary>The row of a page (by its path, as <c>/SocialWorker/Check</c>) or of another address (by its pattern); null: it has none.</summary>
    public static Access? Of(string route) => ByRoute.GetValueOrDefault(route);

    /// <summary>Whether somebody may open a page.</summary>
    public static bool MaySee(this SignedIn who, string page) => Of(page) is { } row && row.AllowsReading(who.Roles);

    private static Access Open(string route) => new(route, Roles.Anybody, Roles.Anybody, []);

    private static Access Of(string route, Roles see, Roles? @do = null, params string[] reads) => new(route, see, @do ?? see, reads);
}

/// <summary>One row of <see cref="AccessTable"/>.</summary>
/// <param name="Route">The path of a page, or the pattern of another address.</param>
/// <param name="See">Who may open it.</param>
/// <param name="Do">Who may send its forms.</param>
/// <param name="Reads">Handlers that are sent by form and change nothing: a search, whose words may not stand in an address.</param>
internal sealed record Access(string Route, Roles See, Roles Do, IReadOnlyList<string> Reads)
{
    /// <summary>For a page that nobody put in the table.</summary>
    public static Access ToNobody(string route) => new(route, Roles.None, Roles.None, []);

    public bool IsOpen => See == Roles.Anybody;

    public bool AllowsReading(Roles who) => IsOpen || (See & who) != Roles.None;

    public bool AllowsChanging(Roles who) => Do == Roles.Anybody || (Do & who) != Roles.None;

    /// <summary>Whether this request may go on.</summary>
    public bool Allows(Roles who, HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || Reads.Contains(request.Query["handler"].ToString(), StringComparer.OrdinalIgnoreCase)
            ? AllowsReading(who)
            : AllowsChanging(who);
}
