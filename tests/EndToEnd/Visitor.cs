using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SolidLoonfiches.Stand;

namespace SolidLoonfiches.EndToEnd.Tests;

/// <summary>A person at a browser.</summary>
/// <param name="fixture">Where the service is.</param>
/// <param name="context">Cookies of their own.</param>
/// <param name="page">What they look at.</param>
/// <param name="runsScripts">False: pages of ours are to work without any, and are not photographed, which needs some.</param>
internal sealed partial class Visitor(StandFixture fixture, IBrowserContext context, IPage page, bool runsScripts) : IAsyncDisposable
{
    public IPage Page { get; } = page;

    /// <summary>Opens a path of the service; gives the status.</summary>
    public async Task<int> GoAsync(string path) => (await Page.GotoAsync(path))!.Status;

    public Task<string> TextAsync(string selector) => Page.Locator(selector).InnerTextAsync();

    /// <summary>Opens every fold inside, those within folds too.</summary>
    public async Task OpenAllAsync(string selector)
    {
        var closed = Page.Locator($"{selector} details:not([open]) > summary:visible");
        while (await closed.CountAsync() > 0)
        {
            await closed.First.ClickAsync();
        }
    }

    public Task SignInAsync(Citizen citizen) => SignInAsync("#sign-in-citizen", citizen.Subject, "/citizen");

    public Task SignInAsync(StaffPersona staff) => SignInAsync("#sign-in-staff", staff.Subject, staff.Roles[0] switch
    {
        "MaatschappelijkWerker" or "Diensthoofd" => "/socialworker",
        "FunctionarisGegevensbescherming" => "/socialworker/questions",
        "Auditor" => "/socialworker/work",
        _ => "/socialworker/runs",
    });

    public async Task SignOutAsync()
    {
        await Page.ClickAsync("#sign-out");
        await ArriveAsync(url => new Uri(url).Port == fixture.Stand.Ports.Service && !url.Contains("signout", StringComparison.Ordinal));
    }

    /// <summary>At the vault server's own screens: e-mail, password, and leave for the service to act in this session.</summary>
    /// <param name="account">Who signs in.</param>
    /// <param name="begin">What sends the visitor to their vault.</param>
    public async Task SignInAtVaultAsync(VaultAccount account, Func<Task> begin)
    {
        if (runsScripts)
        {
            await begin();
            await AuthorizeAsync(Page, account);
        }
        else
        {
            await SignInAtVaultBesideAsync(account, begin);
        }

        await ArriveAsync(url => new Uri(url).Port == fixture.Stand.Ports.Service && !url.Contains("signin-vault", StringComparison.Ordinal));
    }

    /// <summary>The vault's own screens need scripts: they are opened in another browser, between two pages of ours.</summary>
    private async Task SignInAtVaultBesideAsync(VaultAccount account, Func<Task> begin)
    {
        await using var beside = await fixture.NewContextAsync();
        var back = new TaskCompletionSource<string>();

        // 204: the browser stays on the page that it shows.
        await Page.RouteAsync(url => new Uri(url).Port != fixture.Stand.Ports.Service, route => route.FulfillAsync(new() { Status = 204 }));
        await begin();
        var there = await Page.Locator("#to-vault").GetAttributeAsync("href");
        var vault = await beside.NewPageAsync();

        // The way back is not held up: it comes by redirect, and without the visitor's cookies it is only sent to sign in.
        vault.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { AbsolutePath: "/signin-vault" } url && url.Port == fixture.Stand.Ports.Service)
            {
                back.TrySetResult(request.Url);
            }
        };
        await vault.GotoAsync(there!);
        await AuthorizeAsync(vault, account);
        var returned = await back.Task.WaitAsync(Longest);
        await Page.UnrouteAllAsync();
        await Page.GotoAsync(returned);
    }

    private static async Task AuthorizeAsync(IPage page, VaultAccount account)
    {
        var authorize = page.Locator("#authorize:enabled");
        await page.Locator("#email").Or(authorize).First.WaitForAsync();
        if (await page.Locator("#email").IsVisibleAsync())
        {
            await page.FillAsync("#email", account.Email);
            await page.FillAsync("#password", account.Password);
            await page.ClickAsync("button[type=submit]:enabled");
        }

        await authorize.WaitForAsync();
        await authorize.ClickAsync();
    }

    /// <summary>With the keyboard alone: Tab until the element has the focus, then Enter.</summary>
    public async Task PressAsync(string id)
    {
        for (var tabs = 0; tabs < 200; tabs++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<string?>("document.activeElement.id") == id)
            {
                Assert.NotEqual("none", await Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
                await Page.Keyboard.PressAsync("Enter");
                return;
            }
        }

        Assert.Fail($"The keyboard does not reach {id} on {Page.Url}.");
    }

    /// <summary>The page as a person meets it: no fault that axe finds, nothing wider than a telephone, and a picture of both sizes.</summary>
    public async Task LookAsync(string name)
    {
        if (!runsScripts)
        {
            return;
        }

        foreach (var (width, height) in new[] { (1280, 900), (390, 844) })
        {
            await Page.SetViewportSizeAsync(width, height);
            await Page.ScreenshotAsync(new() { Path = Path.Combine(fixture.Screenshots, $"{name}-{width}.png"), FullPage = true });
            Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{name} is wider than {width} pixels.");
            var faults = (await Page.RunAxe()).Violations;
            Assert.True(faults.Length == 0, $"{name} at {width}: " + string.Join("; ", faults.Select(fault => $"{fault.Id} at {string.Join(", ", fault.Nodes.Select(node => node.Target))}")));
        }

        // 400 % zoom of 1280 pixels (WCAG 2.2, 1.4.10).
        await Page.SetViewportSizeAsync(320, 256);
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{name} is wider than 320 pixels.");
        await Page.SetViewportSizeAsync(1280, 900);
        Assert.DoesNotMatch(PersonalNumber(), Page.Url);
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private async Task SignInAsync(string button, string persona, string landing)
    {
        await GoAsync("/");
        await Page.ClickAsync(button);
        await Page.ClickAsync($"button[value='{persona}']");
        await ArriveAsync(url => new Uri(url).AbsolutePath == landing);
    }

    // Waiting for the address with its load event hung now and then: the event had come before the wait for it began. What stands
    // last on a page of ours cannot be missed.
    private async Task ArriveAsync(Func<string, bool> there)
    {
        await Page.WaitForURLAsync(there, new() { WaitUntil = WaitUntilState.Commit });
        await Page.Locator("footer").First.WaitForAsync();
    }

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // Eleven digits within the last part of a Guid are no INSZ: they have other hexadecimal digits beside them.
    [GeneratedRegex(@"(?<![\da-fA-F])\d{11}(?![\da-fA-F])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PersonalNumber();
}
