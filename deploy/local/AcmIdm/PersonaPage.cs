using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Primitives;

namespace SolidLoonfiches.AcmIdm;

/// <summary>The one page of this provider: a button for each made-up person.</summary>
internal static class PersonaPage
{
    /// <summary>Name of the form's field that says who was picked.</summary>
    public const string Field = "persona";

    private const string Warning = "Dit is niet het echte aanmelden van de Vlaamse overheid. Alle personen op deze pagina zijn verzonnen. Wie hier klikt, meldt zich zonder wachtwoord aan als die persoon.";

    /// <param name="action">Where the form goes.</param>
    /// <param name="parameters">The request of the site, sent along unchanged.</param>
    public static string Choose(IReadOnlyList<Persona> personas, string action, IEnumerable<KeyValuePair<string, StringValues>> parameters)
    {
        var hidden = new StringBuilder();
        foreach (var (name, values) in parameters)
        {
            foreach (var value in values)
            {
                hidden.Append(CultureInfo.InvariantCulture, $"<input type=\"hidden\" name=\"{Text(name)}\" value=\"{Text(value ?? "")}\">");
            }
        }

        var body = new StringBuilder("<h1>Als wie meldt u zich aan?</h1>");
        foreach (var group in personas.GroupBy(persona => persona.Group, StringComparer.Ordinal))
        {
            body.Append(CultureInfo.InvariantCulture, $"<h2>{Text(group.Key)}</h2>");
            foreach (var persona in group)
            {
                body.Append(CultureInfo.InvariantCulture, $"<form method=\"post\" action=\"{Text(action)}\">{hidden}<button name=\"{Field}\" value=\"{Text(persona.Subject)}\"><strong>{Text(persona.Name)}</strong><span>{Text(persona.Description)}</span></button></form>");
            }
        }

        return Page(body.ToString());
    }

    public static string Overview(ProviderSettings settings)
    {
        var body = new StringBuilder("<h1>Aanmelden op deze proefopstelling</h1>");
        body.Append(CultureInfo.InvariantCulture, $"<p>Begin bij <a href=\"{Text(settings.Site.AbsoluteUri)}\">{Text(settings.Site.AbsoluteUri)}</a>. U kunt zich aanmelden als:</p><ul>");
        foreach (var persona in settings.Personas)
        {
            body.Append(CultureInfo.InvariantCulture, $"<li><strong>{Text(persona.Name)}</strong>: {Text(persona.Description)}</li>");
        }

        return Page(body.Append("</ul>").ToString());
    }

    private static string Page(string body) => $$"""
        <!DOCTYPE html>
        <html lang="nl">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Aanmelden met verzonnen personen</title>
        <style>
        body { margin: 0; font: 1.125rem/1.5 "Flanders Art Sans", Calibri, Helvetica, Arial, sans-serif; color: #333332; background: #fff; }
        main { max-width: 40rem; margin: 0 auto; padding: 1.5rem; }
        .warning { background: #ffe615; margin: 0; padding: 1rem 1.5rem; font-weight: bold; }
        button { display: block; width: 100%; margin: 0 0 .75rem; padding: .75rem 1rem; font: inherit; text-align: left; color: inherit; background: #f3f5f6; border: 2px solid #687483; border-radius: .2rem; cursor: pointer; }
        button:hover { background: #e8ebee; }
        button:focus-visible { outline: 3px solid #05c; outline-offset: 2px; }
        button span { display: block; font-size: 1rem; }
        </style>
        </head>
        <body>
        <main>
        <p class="warning">{{Text(Warning)}}</p>
        {{body}}
        </main>
        </body>
        </html>
        """;

    private static string Text(string value) => HtmlEncoder.Default.Encode(value);
}
