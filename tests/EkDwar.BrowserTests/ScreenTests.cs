using System.Diagnostics;

namespace EkDwar.BrowserTests;

/// <summary>
/// Pictures of the product for its documentation. Made only when EKDWAR_SCREENS names the folder to put them in;
/// none may be larger than 200 KB.
/// </summary>
public sealed class Screens(StockedHouse stock)
{
    const int LargestFile = 200 * 1024, Phone = 390, Desktop = 1200;

    [Fact]
    public async Task are_taken_of_the_pages_that_tell_the_story()
    {
        var folder = Environment.GetEnvironmentVariable("EKDWAR_SCREENS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "EKDWAR_SCREENS names no folder");
        Directory.CreateDirectory(folder!);
        var at = (string name) => Path.Combine(folder!, name + ".png");
        await Take(at("01-home"), Reader.Anybody, "mr", Phone, "");
        await Take(at("02-service"), Reader.Anybody, "mr", Phone, "services/income-certificate");
        await Take(at("03-question"), Reader.Citizen, "mr", Phone, "apply/income-certificate/income");
        await Take(at("04-upload-refused"), Reader.Citizen, "mr", Phone, "apply/income-certificate/income_proof", PageKind.WrongFile);
        await Take(at("05-check-answers"), Reader.Citizen, "mr", Phone, "apply/income-certificate/check-answers");
        await Take(at("06-acknowledgement"), Reader.Citizen, "mr", Desktop, $"cases/{stock.Fresh}/submitted");
        await Take(at("08-tracker"), Reader.Citizen, "mr", Phone, $"cases/{stock.AtTahsildar}", PageKind.OpensDetails);
        await Take(at("09-inbox"), Reader.Clerk, "mr", Desktop, "/desk/{lang}/inbox");
        await Take(at("10-case"), Reader.Clerk, "en", Desktop, $"/desk/{{lang}}/cases/{stock.Fresh}");
        await Take(at("11-refusal-letter"), Reader.Tahsildar, "mr", Desktop, $"/desk/{{lang}}/cases/{stock.AtTahsildar}/refuse", PageKind.PreviewsLetter);
        await Take(at("13-verify"), Reader.Anybody, "pa", Phone, $"verify?number={stock.Certified}-1");
        await using var citizen = await Visitor.Enter(stock.Chromium, stock.House, "mr", session: stock.Citizen);
        Draw(await citizen.Download($"/mh/mr/cases/{stock.Fresh}/slip.pdf"), at("07-slip"), 110);
        Draw(await citizen.Download($"/mh/mr/cases/{stock.Certified}/certificate.pdf"), at("12-certificate"), 90);
        Assert.All(Directory.GetFiles(folder!, "*.png"), file => Assert.InRange(new FileInfo(file).Length, 1, LargestFile));
    }

    async Task Take(string file, Reader reader, string language, int width, string path, Func<Visitor, Task>? then = null)
    {
        var session = reader switch { Reader.Citizen => stock.Citizen, Reader.Clerk => stock.Clerk, Reader.Tahsildar => stock.Tahsildar, _ => null };
        await using var visitor = await Visitor.Enter(stock.Chromium, stock.House, language, width: width, session: session, scale: width == Phone ? 1.5f : 1);
        await new PageKind(file, reader, path, Then: then).Reach(visitor);
        await visitor.Page.ScreenshotAsync(new() { Path = file, FullPage = true });
        if (new FileInfo(file).Length > LargestFile) await visitor.Page.ScreenshotAsync(new() { Path = file, FullPage = true, Scale = ScreenshotScale.Css });
    }

    static void Draw(byte[] pdf, string file, int dpi)
    {
        var source = Path.GetTempFileName();
        File.WriteAllBytes(source, pdf);
        using var process = Process.Start("pdftoppm", ["-png", "-singlefile", "-r", $"{dpi}", source, Path.ChangeExtension(file, null)]);
        process.WaitForExit();
        File.Delete(source);
        Assert.Equal(0, process.ExitCode);
    }
}
