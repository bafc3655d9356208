using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace SolidLoonfiches.Delivery.Tests;

/// <summary>An SMTP receiver on loopback: takes mail as RFC 5321 says, as far as one client needs it, and can refuse.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    /// <param name="port">0: one that is free.</param>
    public MailServer(int port = 0)
    {
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public List<MimeMessage> Received { get; } = [];

    /// <summary>The answer to RCPT, for an address; null takes it.</summary>
    public Func<string, string?>? Refuse { get; set; }

    /// <summary>Awaited before DATA is answered with "accepted".</summary>
    public Func<Task>? BeforeAccepting { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped; what is being said is cut off with it.
        }

        await Task.WhenAll(talks);
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var owned = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream);
            await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 test");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                var answer = line.ToUpperInvariant().Split(' ', ':')[0] switch
                {
                    "EHLO" or "HELO" => "250 test",
                    "RCPT" => Refuse?.Invoke(line) ?? "250 ok",
                    "DATA" => await TakeAsync(reader, writer),
                    "QUIT" => "221 bye",
                    _ => "250 ok",
                };
                await writer.WriteLineAsync(answer);
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            // The client hung up, or the test is over.
        }
    }

    private async Task<string> TakeAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        using var body = new MemoryStream();
        await using (var text = new StreamWriter(body, leaveOpen: true) { NewLine = "\r\n" })
        {
            while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
            {
                await text.WriteLineAsync(line);
            }
        }

        body.Position = 0;
        var mail = await MimeMessage.LoadAsync(body);
        if (BeforeAccepting is { } wait)
        {
            await wait();
        }

        lock (Received)
        {
            Received.Add(mail);
        }

        return "250 accepted";
    }
}
