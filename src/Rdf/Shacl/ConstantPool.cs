using System.Text;

namespace SolidLoonfiches.Rdf;

/// <summary>The terms that shapes speak of, numbered once; each validation looks up what numbers they have in its data.</summary>
internal sealed class ConstantPool
{
    private readonly Dictionary<Term, int> _numbers = [];
    private readonly List<(Term Term, byte[] Utf8)> _terms = [];

    public int Count => _terms.Count;

    public Term this[int constant] => _terms[constant].Term;

    public int Add(Term term)
    {
        if (_numbers.TryGetValue(term, out var number))
            return number;
        _terms.Add((term, Encoding.UTF8.GetBytes(term.Value)));
        return _numbers[term] = _terms.Count - 1;
    }

    /// <summary>For each constant its number in the data, or one past all of them that no other constant has.</summary>
    public int[] In(TermTable data)
    {
        var numbers = new int[_terms.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var (term, utf8) = _terms[i];
            var number = term.IsIri ? data.Find(utf8, TermTable.IriKind) : data.Find(term);
            numbers[i] = number >= 0 ? number : data.Count + i;
        }

        return numbers;
    }
}
