namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>
/// The contract <c>calculate</c> a second time, read as literally as it can be: every day of the month is looked at by itself,
/// all arithmetic is in fractions, and nothing of the engine is used. Clarity before speed.
/// </summary>
internal static class TweedeRekenaar
{
    private const int DagenVrijstelling = 1095;

    public static TweedeUitkomst Reken(TweedeGeval geval)
    {
        var dagen = Enumerable.Range(1, geval.DagenInMaand).Select(n => new DateOnly(geval.EersteDag.Year, geval.EersteDag.Month, n)).ToArray();
        var warnings = new SortedSet<string>(StringComparer.Ordinal);

        // "slips whose period has no day in the month are left out, with warning slipOutsideMonth"
        var slips = geval.Slips.Where(slip => dagen.Any(slip.Periode.Bevat)).ToArray();
        if (slips.Length < geval.Slips.Count)
        {
            warnings.Add("slipOutsideMonth");
        }

        // 1. Wage per month.
        var loon = TweedeBreuk.Nul;
        foreach (var slip in slips)
        {
            var opDeSlip = slip.Nettoloon;
            foreach (var component in slip.Components)
            {
                if (Telt(component.Kind, geval, warnings))
                {
                    opDeSlip += component.Amount;
                }
            }

            var dagenVanDeSlip = slip.Periode.Tot.DayNumber - slip.Periode.Van.DayNumber + 1;
            loon += opDeSlip * dagen.Count(slip.Periode.Bevat) / dagenVanDeSlip;
        }

        loon = TweedeBreuk.NietOnderNul(loon);
        var gedekt = dagen.Select(dag => slips.Any(slip => slip.Periode.Bevat(dag))).ToArray();
        var recht = dagen.Select(dag => geval.Recht.Any(periode => periode.Bevat(dag))).ToArray();
        var aantalGedekt = gedekt.Count(ja => ja);
        if (geval.Sum && aantalGedekt < dagen.Length)
        {
            warnings.Add("policyApplied:partMonthWage");
        }

        // 2. The exemption of each day, and what it consumes.
        var vrijstelling = new TweedeBedragen.Bedrag?[dagen.Length];
        var metTeller = geval.Exemption.Kind is not ("none" or "student");
        var voordien = metTeller ? VerbruiktVoor(geval) : 0;
        var verbruikt = voordien;
        var laatsteDagVerbruikt = false;
        TweedeBedragen.Bedrag? vanDeLaatsteDag = null;
        for (var i = 0; i < dagen.Length; i++)
        {
            var beschikbaar = TweedeVrijstelling.BinnenDeTijd(geval.Exemption, dagen[i]) && (!metTeller || verbruikt < DagenVrijstelling);
            vrijstelling[i] = beschikbaar ? TweedeVrijstelling.Bedrag(geval, dagen[i]) : null;
            if (gedekt[i] && recht[i])
            {
                vanDeLaatsteDag = vrijstelling[i];
                if (beschikbaar && metTeller)
                {
                    verbruikt++;
                    laatsteDagVerbruikt |= verbruikt == DagenVrijstelling;
                }
            }
        }

        if (geval.Sum)
        {
            Array.Fill(vrijstelling, vanDeLaatsteDag);
        }

        // Segments: runs of days with a right on which every fact is the same.
        var segmenten = new List<TweedeUitkomst.Segment>();
        var totaal = TweedeBreuk.Nul;
        var afgeleid = false;
        var begin = 0;
        while (begin < dagen.Length)
        {
            var einde = begin;
            while (einde + 1 < dagen.Length
                && recht[einde + 1] == recht[begin]
                && gedekt[einde + 1] == gedekt[begin]
                && vrijstelling[einde + 1] == vrijstelling[begin]
                && CategorieOp(geval, dagen[einde + 1]) == CategorieOp(geval, dagen[begin]))
            {
                einde++;
            }

            if (recht[begin])
            {
                var categorie = CategorieOp(geval, dagen[begin]);
                var a = TweedeBedragen.Categorie(geval.EersteDag, categorie);
                var w = geval.Sum ? loon : gedekt[begin] ? loon * dagen.Length / aantalGedekt : TweedeBreuk.Nul;
                var e = vrijstelling[begin]?.Waarde ?? TweedeBreuk.Nul;

                // 3 and 4. Own resources, and the part of those who live along.
                var eigen = TweedeBreuk.NietOnderNul(w - e) * 12;
                foreach (var ander in geval.OtherResources.Where(ander => ander.Kind == "other"))
                {
                    eigen += ander.PerYear;
                }

                var r = eigen + TweedeHuisgenoten.Deel(geval, categorie, out var categorie1Gebruikt);

                // 5 and 6.
                // The contract does not say what is printed as general exemption where there is none: 0, as with the other one.
                TweedeBreuk g = r >= a.Waarde ? 0 : categorie == 1 ? 155 : categorie == 2 ? 250 : 310;
                var leefloon = r >= a.Waarde ? TweedeBreuk.Nul : a.Waarde - TweedeBreuk.NietOnderNul(r - g);
                var aantal = einde - begin + 1;
                var deel = leefloon / 12 * aantal / dagen.Length;
                totaal += deel;
                segmenten.Add(new TweedeUitkomst.Segment(dagen[begin], dagen[einde], aantal, categorie, a.Waarde, w, e, r, g, leefloon, deel));
                afgeleid |= a.Afgeleid
                    || (categorie1Gebruikt && TweedeBedragen.Categorie(geval.EersteDag, 1).Afgeleid)
                    || (vrijstelling[begin]?.Afgeleid ?? false);
            }

            begin = einde + 1;
        }

        // "If the month's leefloon is 0, nothing is consumed."
        if (totaal == TweedeBreuk.Nul)
        {
            verbruikt = voordien;
            laatsteDagVerbruikt = false;
        }

        if (afgeleid)
        {
            warnings.Add("amountUnconfirmed");
        }

        if (laatsteDagVerbruikt || (metTeller && TweedeVrijstelling.LaatsteDagVanZesJaarIn(geval)))
        {
            warnings.Add("exemptionEndsThisMonth");
        }

        int? over = metTeller ? Math.Max(0, DagenVrijstelling - verbruikt) : null;
        if (metTeller && TweedeVrijstelling.ZesJaarVoorbijNa(geval))
        {
            over = 0;
        }

        return new TweedeUitkomst.Berekend(geval.EersteDag, totaal, TweedeBedragen.Wetsversie(geval.EersteDag), warnings, segmenten, over);
    }

    /// <summary>Whether a component changes the means; gives the warnings of its kind.</summary>
    private static bool Telt(string kind, TweedeGeval geval, SortedSet<string> warnings)
    {
        if (kind is "advance" or "seizure" or "fine")
        {
            return false;
        }

        if (kind is "mealVoucher" or "unionPremium" or "companyCar" or "commuting" or "expense")
        {
            warnings.Add("unconfirmed:" + kind);
        }

        var standaard = kind is not ("commuting" or "expense");
        if (geval.CountedByPolicy.TryGetValue(kind, out var telt) && telt != standaard)
        {
            warnings.Add("policyApplied:components." + kind);
            return telt;
        }

        return standaard;
    }

    /// <summary>"the latest from on or before a day holds"; 0 where there is none.</summary>
    private static int CategorieOp(TweedeGeval geval, DateOnly dag) =>
        geval.Categorieen.Where(categorie => categorie.Vanaf <= dag).OrderBy(categorie => categorie.Vanaf).LastOrDefault()?.Nummer ?? 0;

    /// <summary>"a day in two intervals counts once; only days before this month are looked at, those before firstGranted too"</summary>
    private static int VerbruiktVoor(TweedeGeval geval)
    {
        var aantal = 0;
        if (geval.Exemption.Used.Count > 0)
        {
            for (var dag = geval.Exemption.Used.Min(periode => periode.Van); dag < geval.EersteDag; dag = dag.AddDays(1))
            {
                aantal += geval.Exemption.Used.Any(periode => periode.Bevat(dag)) ? 1 : 0;
            }
        }

        return aantal;
    }
}
