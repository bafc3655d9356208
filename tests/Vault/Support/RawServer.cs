using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SolidLoonfiches.Vault.Tests;

/// <summary>Sends bytes as they are told, for answers that no well-behaved server gives.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    /// <param name="answer">Writes the answer to one request; the connection is closed after it.</param>
    public RawServer(Func<NetworkStream, CancellationToken, Task> answer)
    {
        _listener.Start();
        Url = new Uri($"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}/citizen/loonfiches/2026-10");
        _serving = ServeAsync(answer);
    }

    public RawServer(params string[] pieces)
        : this(async (stream, cancellation) =>
        {
            foreach (var piece in pieces)
            {
                await stream.WriteAsync(Encoding.Latin1.GetBytes(piece), cancellation);
            }
        })
    {
    }

    public Uri Url { get; }
    /// <summary>Heads of the requests that came in.</summary>
    public List<string> Requests { get; } = [];

    private async Task ServeAsync(Func<NetworkStream, CancellationToken, Task> answer)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var stream = client.GetStream();
                var head = new StringBuilder();
                var buffer = new byte[4096];
                while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
                {
                    var read = await stream.ReadAsync(buffer, _stop.Token);
                    if (read == 0)
                    {
                        break;
                    }

                    head.Append(Encoding.Latin1.GetString(buffer, 0, read));
                }

                Requests.Add(head.ToString());
                try
                {
                    await answer(stream, _stop.Token);
                }
                catch (IOException)
                {
                    // The client hung up, as it should on what is too large or too slow.
                    HungUp.TrySetResult();
                }
            }
        }
        catch (OperationCanceledException)
        {
            HungUp.TrySetCanceled();
        }
    }

    /// <summary>Ends when the client closed the connection while it was being written to.</summary>
    public TaskCompletionSource HungUp { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _stop.Dispose();
        _listener.Dispose();
    }
}
