using System.CommandLine;
using SolidLoonfiches.PayrollOffice;

var root = new RootCommand("The payroll office's side: puts payslips into vaults. The service never writes payslips.") { PublishCommand.Create() };
return await root.Parse(args).InvokeAsync();
