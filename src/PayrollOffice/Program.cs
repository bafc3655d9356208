using SolidLoonfiches.PayrollOffice;

return await PublishCommand.RunAsync(args, Console.Out, Console.Error);
