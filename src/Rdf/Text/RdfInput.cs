namespace SolidLoonfiches.Rdf;

/// <summary>
/// A document that arrives in pieces, cut anywhere: <see cref="Push"/> each, then <see cref="Complete"/>. The pieces are
/// kept, up to the limit on bytes, until the whole is read: what a document may come to when its prefixes are written
/// out depends on its length, and an error is placed in the whole. For one caller at a time.
/// </summary>
public sealed class RdfInput : IDisposable
{
    private readonly Reader _read;
    private readonly RdfLimits _limits;
    private readonly CancellationToken _cancellation;
    private ByteBuffer? _body = new();

    internal RdfInput(Reader read, RdfLimits limits, CancellationToken cancellation) => (_read, _limits, _cancellation) = (read, limits, cancellation);

    internal delegate RdfGraph Reader(ReadOnlySpan<byte> utf8, RdfLimits limits);

    /// <summary>Takes the next piece; it may be empty, or end in the middle of a character.</summary>
    /// <exception cref="RdfSyntaxException">More bytes than the limit; nothing is kept any longer.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The document was completed, refused or given up.</exception>
    public void Push(ReadOnlySpan<byte> piece)
    {
        ObjectDisposedException.ThrowIf(_body is null, this);
        _cancellation.ThrowIfCancellationRequested();
        if (piece.Length > _limits.MaxBytes - _body.Length)
        {
            Dispose();
            throw RdfSyntaxException.TooManyBytes();
        }

        _body.Append(piece);
    }

    /// <summary>The graph of all pieces together.</summary>
    /// <exception cref="RdfSyntaxException">As for reading the whole at once.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The document was completed, refused or given up.</exception>
    public RdfGraph Complete()
    {
        ObjectDisposedException.ThrowIf(_body is null, this);
        try
        {
            return _read(_body.Written, _limits);
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Gives the document up where it was not completed.</summary>
    public void Dispose()
    {
        _body?.Dispose();
        _body = null;
    }
}
