using System.Reflection;
using Deque.AxeCore.Commons;

namespace EkDwar.BrowserTests;

/// <summary>The scripts with which tests look at pages; they run in the browser, beside the page, never as part of it.</summary>
static class Script
{
    public static readonly string Inspect = Read("inspect.js"), Spacing = Read("spacing.js"), Keyboard = Read("keyboard.js"), Focused = Read("focused.js"), Violations = Read("violations.js"), Weigh = Read("weigh.js");
    public static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("EkDwar.BrowserTests." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
