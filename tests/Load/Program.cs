using SolidLoonfiches.Load;

// One node, in a process of its own, that may be killed (tests/Crash):
//   month --provider Sqlite|Postgres --connection … --month 2026-10 [--runs 1] [--mail PORT] [--minutes AHEAD] [--kill KIND:N:before|after]
// How fast a month is checked (README.md):
//   unchanged | new | many | client | server | nodes [--vaults N] [--latency MS] [--servers N] [--verify 0|1] [--rounds 6]
var arguments = new Arguments(args);
switch (args)
{
    case ["month", ..]: return await MonthCommand.RunAsync(arguments);
    case ["unchanged", ..]: await MonthBenchmark.UnchangedAsync(arguments); return 0;
    case ["new", ..]: await MonthBenchmark.NewAsync(arguments); return 0;
    case ["many", ..]: await MonthBenchmark.ManyAsync(arguments); return 0;
    case ["client", ..]: await ClientBenchmark.RunAsync(arguments); return 0;
    case ["server", ..]: await MonthBenchmark.ServerAsync(arguments); return 0;
    case ["nodes", ..]: await NodesBenchmark.RunAsync(arguments); return 0;
    case ["node", ..]: await NodesBenchmark.NodeAsync(arguments); return 0;
    default: throw new ArgumentException("The commands are month, unchanged, new, many, client, server and nodes.");
}
