using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace EkDwar.Tests;

/// <summary>
/// A form of a page, filled and sent as a browser without JavaScript does it: only controls that exist, hidden fields and
/// what was already typed included, the pressed button's name and value, line breaks as CR LF.
/// </summary>
public sealed class Form(Page page, IHtmlFormElement form)
{
    readonly List<(string Name, string FileName, string Type, byte[] Bytes)> files = [];

    public IHtmlFormElement Element => form;

    /// <summary>Types into, chooses or ticks the control of this name; it must be there.</summary>
    public Form With(string name, string value)
    {
        var controls = Controls(name);
        switch (controls.FirstOrDefault())
        {
            case IHtmlInputElement { Type: "radio" or "checkbox" }: Tick(name, controls, value); break;
            case IHtmlInputElement input: input.Value = value; break;
            case IHtmlTextAreaElement area: area.Value = value; break;
            case IHtmlSelectElement select:
                Assert.Contains(value, select.Options.Select(option => option.Value));
                select.Value = value;
                break;
            default: throw new InvalidOperationException($"{page.Address} has no field {name}; it has {string.Join(", ", Names())}");
        }
        return this;
    }

    /// <summary>Whether a list lets one choose this.</summary>
    public bool Offers(string name, string value) => Controls(name).OfType<IHtmlSelectElement>().Any(select => select.Options.Any(option => option.Value == value));

    /// <summary>Ticks every box of this name; there must be one.</summary>
    public Form Ticked(string name)
    {
        var boxes = Controls(name).OfType<IHtmlInputElement>().Where(input => input.Type == "checkbox").ToList();
        Assert.NotEmpty(boxes);
        boxes.ForEach(box => box.IsChecked = true);
        return this;
    }

    public Form Without(string name)
    {
        foreach (var box in Controls(name).OfType<IHtmlInputElement>()) box.IsChecked = false;
        return this;
    }

    public Form WithFile(string name, string fileName, byte[] bytes, string type = "application/octet-stream")
    {
        Assert.Contains(Controls(name), control => control is IHtmlInputElement { Type: "file" });
        Assert.Equal("multipart/form-data", form.GetAttribute("enctype"));
        files.Add((name, fileName, type, bytes));
        return this;
    }

    /// <summary>The names of all fields, for what a test wants to look at.</summary>
    public IReadOnlyList<string> Names() => [.. form.Elements.Select(element => element.GetAttribute("name")).OfType<string>().Distinct()];

    /// <summary>What a field holds now.</summary>
    public string Value(string name) => Successful(null).Where(field => field.Name == name).Select(field => field.Value).FirstOrDefault() ?? "";

    /// <summary>Presses a button by its words or as name=value, or the first one, and goes where the answer leads.</summary>
    public Task<Page> Press(string? button = null) => page.Browser.Send(Request(button));

    /// <summary>The request that pressing would send, for tests that send it twice or change it.</summary>
    public HttpRequestMessage Request(string? button = null)
    {
        var pressed = ButtonOf(button);
        var action = new Uri(page.Address, pressed?.GetAttribute("formaction") ?? form.GetAttribute("action") ?? "");
        var fields = Successful(pressed).ToList();
        if ((pressed?.GetAttribute("formmethod") ?? form.GetAttribute("method"))?.ToLowerInvariant() != "post")
            return new(HttpMethod.Get, new Uri(action, "?" + string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"))));
        return new(HttpMethod.Post, action) { Content = form.GetAttribute("enctype") == "multipart/form-data" ? Multipart(fields) : new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
    }

    MultipartFormDataContent Multipart(List<(string Name, string Value)> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields) content.Add(new StringContent(value), $"\"{name}\"");
        foreach (var empty in form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "file" && files.All(file => file.Name != input.Name)))
            content.Add(new ByteArrayContent([]) { Headers = { ContentDisposition = new("form-data") { Name = $"\"{empty.Name}\"", FileName = "\"\"" } } });
        foreach (var (name, fileName, type, bytes) in files)
            content.Add(new ByteArrayContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } }, $"\"{name}\"", $"\"{fileName}\"");
        return content;
    }

    IEnumerable<(string Name, string Value)> Successful(IElement? pressed)
    {
        foreach (var element in form.Elements)
        {
            if (element.GetAttribute("name") is not { Length: > 0 } name || element.HasAttribute("disabled")) continue;
            if (element.Closest("fieldset[disabled]") is not null) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } box: if (box.IsChecked) yield return (name, box.Value is { Length: > 0 } v ? v : "on"); break;
                case IHtmlInputElement { Type: "file" or "submit" or "button" or "image" or "reset" }: if (element == pressed) yield return (name, element.GetAttribute("value") ?? ""); break;
                case IHtmlInputElement input: yield return (name, input.Value ?? ""); break;
                case IHtmlTextAreaElement area: yield return (name, area.Value.ReplaceLineEndings("\r\n")); break;
                case IHtmlSelectElement select: foreach (var option in select.Options.Where(option => option.IsSelected)) yield return (name, option.Value); break;
                case IHtmlButtonElement button: if (button == pressed) yield return (name, button.GetAttribute("value") ?? ""); break;
            }
        }
    }

    IElement? ButtonOf(string? words)
    {
        var buttons = form.Elements.Where(element => element is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" }).Cast<IElement>().ToList();
        if (words is null) return buttons.FirstOrDefault();
        return buttons.FirstOrDefault(button => $"{button.GetAttribute("name")}={button.GetAttribute("value")}" == words || button.GetAttribute("name") == words || button.TextContent.Trim() == words)
            ?? throw new InvalidOperationException($"{page.Address} has no button {words}");
    }

    List<IElement> Controls(string name) => [.. form.Elements.Where(element => element.GetAttribute("name") == name)];

    static void Tick(string name, List<IElement> controls, string value)
    {
        var boxes = controls.OfType<IHtmlInputElement>().ToList();
        var box = boxes.FirstOrDefault(box => box.Value == value) ?? throw new InvalidOperationException($"{name} offers {string.Join(", ", boxes.Select(b => b.Value))}, not {value}");
        if (box.Type == "radio") boxes.ForEach(other => other.IsChecked = false);
        box.IsChecked = true;
    }
}
