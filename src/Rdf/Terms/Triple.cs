namespace SolidLoonfiches.Rdf;

/// <summary>An RDF triple (RDF 1.1 Concepts, section 3.1).</summary>
/// <param name="Subject">An IRI or a blank node.</param>
/// <param name="Predicate">An IRI.</param>
/// <param name="Object">Any term.</param>
public readonly record struct Triple(Term Subject, Term Predicate, Term Object);
