using SolidLoonfiches.Stand;

return await StandCommand.RunAsync(args);
