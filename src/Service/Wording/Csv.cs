using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace SolidLoonfiches.Service;

/// <summary>Files for a spreadsheet, with semicolons, as Belgian ones read them.</summary>
internal static class Csv
{
    /// <summary>With a byte order mark: without it Excel takes UTF-8 for something else.</summary>
    public static FileContentResult File(StringBuilder text, string name) => new([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8") { FileDownloadName = name };

    /// <summary>What people typed: quoted, and never a formula (OWASP, CSV injection).</summary>
    public static string Text(string? text) => text is null or "" ? "" : $"\"{(text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
