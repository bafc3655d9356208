namespace SolidLoonfiches.Leefloon;

/// <summary>De velden die het contract voor een object kent; verplicht zijn de eerste <paramref name="verplicht"/>.</summary>
internal sealed class Veldenlijst(int verplicht, params string[] namen)
{
    public IReadOnlyList<string> Namen => namen;

    public int Verplicht => verplicht;

    /// <summary>-1: het contract kent dit veld niet.</summary>
    public int Index(string naam) => Array.IndexOf(namen, naam);
}

/// <summary>De velden die van een object gelezen zijn.</summary>
internal sealed class Velden(Veldenlijst lijst)
{
    private readonly Waarde?[] _waarden = new Waarde?[lijst.Namen.Count];

    /// <summary>De waarde van een veld; null: het staat er niet.</summary>
    public Waarde? this[string naam] => _waarden[lijst.Index(naam)];

    /// <summary>False: het veld stond er al.</summary>
    public bool Vul(int index, Waarde waarde)
    {
        if (_waarden[index] is not null)
        {
            return false;
        }

        _waarden[index] = waarde;
        return true;
    }

    public IEnumerable<int> OntbrekendeVerplichte() => Enumerable.Range(0, lijst.Verplicht).Where(index => _waarden[index] is null);
}
