using System.Globalization;

namespace SolidLoonfiches.Rdf;

/// <summary>Makes the constraints of one shape (SHACL, section 4): each property of the shape in SHACL's namespace is known, or refused.</summary>
/// <param name="graph">The shapes graph.</param>
/// <param name="constants">Gathers the terms that constraints speak of.</param>
/// <param name="shapeOf">Compiles a shape that this one refers to.</param>
internal sealed class ConstraintCompiler(RdfGraph graph, ConstantPool constants, Func<Term, Shape> shapeOf)
{
    public static readonly Term True = Term.Literal("true", Xsd.Boolean);

    // At most one of these may stand at a shape.
    private static readonly HashSet<string> _single = new(StringComparer.Ordinal)
    {
        "datatype", "nodeKind", "minCount", "maxCount", "minExclusive", "minInclusive", "maxExclusive", "maxInclusive", "minLength", "maxLength",
        "languageIn", "uniqueLang", "closed", "in", "ignoredProperties", "pattern", "flags", "qualifiedMinCount", "qualifiedMaxCount", "qualifiedValueShape", "deactivated",
    };

    // These say something about all values of a property, so a node shape cannot have them.
    private static readonly HashSet<string> _ofProperties = new(StringComparer.Ordinal)
    {
        "minCount", "maxCount", "uniqueLang", "lessThan", "lessThanOrEquals", "qualifiedValueShape",
    };

    public IReadOnlyList<Constraint> Constraints(Term shape, bool hasPath)
    {
        var constraints = new List<Constraint>();
        foreach (var group in graph.WithSubject(shape).Where(triple => triple.Predicate.Value.StartsWith(Sh.Namespace, StringComparison.Ordinal)).GroupBy(triple => triple.Predicate.Value[Sh.Namespace.Length..]))
        {
            var values = group.Select(triple => triple.Object).ToList();
            if (_single.Contains(group.Key) && values.Count > 1)
                throw ShapesCompiler.IllFormed(shape, $"it has more than one sh:{group.Key}");
            if (_ofProperties.Contains(group.Key) && !hasPath)
                throw ShapesCompiler.IllFormed(shape, $"a node shape cannot have sh:{group.Key}");
            if (Sh.NoConstraint.Contains(group.Key))
                continue;
            foreach (var value in values)
            {
                if (Compile(shape, group.Key, value) is { } constraint)
                    constraints.Add(constraint);
            }
        }

        return constraints;
    }

    // Null for a switch that is off, and for a parameter that is read with another.
    private Constraint? Compile(Term shape, string parameter, Term value)
    {
        switch (parameter)
        {
            case "class":
                return new ClassIs(constants.Add(Iri(shape, value)));
            case "datatype":
                return new DatatypeIs(Iri(shape, value).Value);
            case "nodeKind":
                return value.Value.StartsWith(Sh.Namespace, StringComparison.Ordinal) && NodeKindIs.Of(value.Value[Sh.Namespace.Length..]) is { } kind
                    ? kind : throw ShapesCompiler.IllFormed(shape, "its node kind is none");
            case "minCount":
                return new MinCount(Count(shape, value));
            case "maxCount":
                return new MaxCount(Count(shape, value));
            case "minExclusive":
                return new Bound("MinExclusive", Comparable(shape, value), order => order > 0);
            case "minInclusive":
                return new Bound("MinInclusive", Comparable(shape, value), order => order >= 0);
            case "maxExclusive":
                return new Bound("MaxExclusive", Comparable(shape, value), order => order < 0);
            case "maxInclusive":
                return new Bound("MaxInclusive", Comparable(shape, value), order => order <= 0);
            case "minLength":
                return new Length("MinLength", Count(shape, value), int.MaxValue);
            case "maxLength":
                return new Length("MaxLength", 0, Count(shape, value));
            case "pattern":
                return CompilePattern(shape, value);
            case "languageIn":
                return new LanguageIn([.. ShapesCompiler.List(graph, value, shape).Select(tag => tag.Value)]);
            case "uniqueLang":
                return value == True ? new UniqueLanguage() : null;
            case "equals":
                return new EqualsProperty(constants.Add(Iri(shape, value)));
            case "disjoint":
                return new DisjointProperty(constants.Add(Iri(shape, value)));
            case "lessThan":
                return new LessThan(constants.Add(Iri(shape, value)), orEquals: false);
            case "lessThanOrEquals":
                return new LessThan(constants.Add(Iri(shape, value)), orEquals: true);
            case "not":
                return new Not(shapeOf(value));
            case "and":
                return Logic("And", shape, value, all: true);
            case "or":
                return Logic("Or", shape, value, all: false);
            case "xone":
                return new HowMany("Xone", [.. ShapesCompiler.List(graph, value, shape).Select(shapeOf)], 1, 1);
            case "node":
                return new NodeShapeIs(shapeOf(value));
            case "property":
                return shapeOf(value) is { Path: not null } property ? new PropertyShapeIs(property) : throw ShapesCompiler.IllFormed(shape, "what it has as sh:property has no path");
            case "qualifiedValueShape":
                return Qualified(shape, value);
            case "qualifiedMinCount" or "qualifiedMaxCount":
                return null;
            case "closed":
                return value == True ? new Closed(Allowed(shape)) : null;
            case "hasValue":
                return new HasValue(constants.Add(value));
            case "in":
                return new OneOf([.. ShapesCompiler.List(graph, value, shape).Select(constants.Add)]);
            default:
                throw new NotSupportedException($"Shape {shape} has <{Sh.Namespace}{parameter}>, which is not supported.");
        }
    }

    private HowMany Logic(string name, Term shape, Term list, bool all)
    {
        var shapes = ShapesCompiler.List(graph, list, shape).Select(shapeOf).ToList();
        return new(name, shapes, all ? shapes.Count : 1, shapes.Count);
    }

    private Pattern CompilePattern(Term shape, Term pattern)
    {
        try
        {
            return new(XPathPattern.Compile(pattern.Value, One(shape, "flags")?.Value ?? ""));
        }
        catch (NotSupportedException unknown)
        {
            throw new NotSupportedException($"The <{Sh.Namespace}pattern> of shape {shape} has what is not supported: {unknown.Message}.", unknown);
        }
        catch (ArgumentException broken)
        {
            throw new ArgumentException($"Shape {shape} is not well-formed: its pattern is no regular expression.", nameof(shape), broken);
        }
    }

    private QualifiedCount Qualified(Term shape, Term value)
    {
        var siblings = new List<Shape>();
        if (graph.Contains(shape, Sh.Of("qualifiedValueShapesDisjoint"), True))
        {
            foreach (var sibling in graph.Subjects(Sh.Of("property"), shape)
                .SelectMany(parent => graph.Objects(parent, Sh.Of("property"))).SelectMany(property => graph.Objects(property, Sh.Of("qualifiedValueShape"))).Distinct())
            {
                if (sibling != value)
                    siblings.Add(shapeOf(sibling));
            }
        }

        var least = One(shape, "qualifiedMinCount");
        var most = One(shape, "qualifiedMaxCount");
        return new(shapeOf(value), siblings, least is { } from ? Count(shape, from) : 0, most is { } to ? Count(shape, to) : int.MaxValue);
    }

    private List<int> Allowed(Term shape)
    {
        var allowed = graph.Objects(shape, Sh.Of("property")).SelectMany(property => graph.Objects(property, Sh.Of("path"))).Where(path => path.IsIri);
        var ignored = One(shape, "ignoredProperties") is { } list ? ShapesCompiler.List(graph, list, shape) : [];
        return [.. allowed.Concat(ignored).Distinct().Select(constants.Add)];
    }

    private Term? One(Term shape, string local) => graph.Objects(shape, Sh.Of(local)).Select(term => (Term?)term).FirstOrDefault();

    private static Term Iri(Term shape, Term value) => value.IsIri ? value : throw ShapesCompiler.IllFormed(shape, "a value that must be an IRI is none");

    private static int Count(Term shape, Term value) =>
        value.Datatype == Xsd.Integer && int.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && count >= 0
            ? count : throw ShapesCompiler.IllFormed(shape, "a count or length is no xsd:integer from 0 on");

    private static LiteralValue Comparable(Term shape, Term value) => LiteralValue.Of(value)
        ?? throw new NotSupportedException($"Shape {shape} has a bound of datatype <{value.Datatype}>, which is not supported, or ill-typed.");
}
