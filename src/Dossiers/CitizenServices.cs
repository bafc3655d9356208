using Microsoft.Extensions.DependencyInjection;

namespace SolidLoonfiches.Dossiers;

/// <summary>What a citizen has in hand beside the consent itself: the receipt, paper, questions, and all that is kept about them.</summary>
internal static class CitizenServices
{
    public static void AddCitizenSide(this IServiceCollection services)
    {
        services.AddSingleton<ReceiptCodes>();
        services.AddScoped<IssueReceipt>();
        services.AddScoped<CheckReceipt>();
        services.AddScoped<StoreReceipt>();
        services.AddScoped<RecordPaperConsent>();
        services.AddScoped<WithdrawPaperConsent>();
        services.AddScoped<AskQuestion>();
        services.AddScoped<AnswerQuestion>();
        services.AddScoped<ExportPerson>();
    }
}
