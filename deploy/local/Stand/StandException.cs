namespace SolidLoonfiches.Stand;

/// <summary>The stand cannot go on; the message is a sentence for the person at the terminal.</summary>
internal sealed class StandException(string sentence, Exception? inner = null) : Exception(sentence, inner);
