using System.Globalization;
using SolidLoonfiches.Benchmarks;
using SolidLoonfiches.Rdf;

// law: months per second of src/Leefloon. Without it the reader, with options --payslips 10000 --megabytes 50 --without-peers. Both: --rounds
if (args is ["law", ..])
    return LawBenchmark.Run(Option("--rounds", 5));

var count = Option("--payslips", 10_000);
var megabytes = Option("--megabytes", 50);
var rounds = Option("--rounds", 10);
var small = Payslips.Small(count);
var large = Payslips.Large(megabytes * 1_000_000);
var shapesFile = Path.Combine(AppContext.BaseDirectory, "loonfiche.shapes.ttl");
var shapes = Shapes.Compile(Turtle.Read(File.ReadAllBytes(shapesFile), "https://w3id.org/loonfiche/shapes"));
var faults = small.Sum(slip => shapes.Validate(Turtle.Read(slip, Payslips.Base)).Results.Count);
var smallBytes = small.Sum(slip => (long)slip.Length);
var smallTriples = small.Sum(slip => (long)Turtle.Read(slip, Payslips.Base).Count);
var largeTriples = Turtle.Read(large, Payslips.Base).Count;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"(a) {count} payslips of {(double)smallBytes / count:F0} bytes and {(double)smallTriples / count:F1} triples, {faults} faults; (b) one document of {large.Length / 1e6:F1} MB and {largeTriples} triples"));
Console.WriteLine("CPU time of one process each, best of " + rounds.ToString(CultureInfo.InvariantCulture) + " rounds; MB are 1,000,000 bytes.");

var graphs = Measurement.Of(rounds, () => small.ForEach(slip => _ = Turtle.Read(slip, Payslips.Base)));
Console.WriteLine("ours, (a), a fresh graph each:       " + graphs.Parsing(smallBytes, smallTriples));
var whole = Measurement.Of(Math.Min(rounds, 3), () => _ = Turtle.Read(large, Payslips.Base));
Console.WriteLine("ours, (b), a graph:                  " + whole.Parsing(large.Length, largeTriples));
var validated = Measurement.Of(rounds, () => small.ForEach(slip => _ = shapes.Validate(Turtle.Read(slip, Payslips.Base))));
Console.WriteLine("ours, (a), read and validated:       " + validated.Documents(count));
if (args.Contains("--without-peers", StringComparer.Ordinal))
    return 0;

if (!Peers.AreInstalled)
{
    Console.Error.WriteLine("The peers are not installed: run npm ci in tests/Benchmarks/node.");
    return 1;
}

foreach (var (name, milliseconds) in Peers.Run(small, large, shapesFile, rounds))
{
    var peer = new Measurement(milliseconds, 0);
    Console.WriteLine(name switch
    {
        "array (a)" => "N3.js 2.13.12, (a), an array each:   " + peer.Speed(smallBytes, smallTriples) + Times(peer, graphs, 1),
        "store (a)" => "N3.js 2.13.12, (a), a Store each:    " + peer.Speed(smallBytes, smallTriples) + Times(peer, graphs, 1),
        "array (b)" => "N3.js 2.13.12, (b), an array:        " + peer.Speed(large.Length, largeTriples) + Times(peer, whole, 1),
        _ => "shacl-engine 1.1.2, (a), validated:  " + peer.Rate(Peers.Few(count)) + Times(peer, validated, (double)count / Peers.Few(count)),
    });
}

return 0;

string Times(Measurement peer, Measurement ours, double share) => string.Create(CultureInfo.InvariantCulture, $"   ours is {peer.Milliseconds * share / ours.Milliseconds:F1} times as fast");

int Option(string name, int otherwise) =>
    Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
