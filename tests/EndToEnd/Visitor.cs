using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SolidLoonfiches.Stand;

namespace SolidLoonfiches.EndToEnd.Tests;

/// <summary>A person at a browser.</summary>
internal sealed partial class Visitor(StandFixture fixture, IBrowserContext context, IPage page) : IAsyncDisposable
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

    public Task SignInAsync(StaffPersona staff) => SignInAsync("#sign-in-staff", staff.Subject, staff == Cast.Dries ? "/socialworker/questions" : "/socialworker");

    public async Task SignOutAsync()
    {
        await Page.ClickAsync("#sign-out");
        await ArriveAsync(url => new Uri(url).Port == fixture.Stand.Ports.Service && !url.Contains("signout", StringComparison.Ordinal));
    }

    /// <summary>At the vault server's own screens: e-mail, password, and leave for the service to act in this session.</summary>
    public async Task SignInAtVaultAsync(VaultAccount account)
    {
        var authorize = Page.Locator("#authorize:enabled");
        await Page.Locator("#email").Or(authorize).First.WaitForAsync();
        if (await Page.Locator("#email").IsVisibleAsync())
        {
            await Page.FillAsync("#email", account.Email);
            await Page.FillAsync("#password", account.Password);
            await Page.ClickAsync("button[type=submit]:enabled");
        }

        await authorize.WaitForAsync();
        await authorize.ClickAsync();
        await ArriveAsync(url => new Uri(url).Port == fixture.Stand.Ports.Service && !url.Contains("signin-vault", StringComparison.Ordinal));
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

    // Eleven digits within the last part of a Guid are no INSZ: they have other hexadecimal digits beside them.
    [GeneratedRegex(@"(?<![\da-fA-F])\d{11}(?![\da-fA-F])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PersonalNumber();
}
