using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace EkDwar.Design;

/// <summary>A .cshtml written out as text in the language of a page: a file that is handed over, not the answer itself. It gets no layout.</summary>
public static class WrittenView
{
    public static async Task<string> Of(PageModel page, string path, object model)
    {
        var view = page.HttpContext.RequestServices.GetRequiredService<ICompositeViewEngine>().GetView(null, path, isMainPage: false).EnsureSuccessful(null).View!;
        await using var text = new StringWriter();
        var data = new ViewDataDictionary(page.MetadataProvider, new ModelStateDictionary()) { Model = model };
        await view.RenderAsync(new(page.PageContext, view, data, page.TempData, text, new HtmlHelperOptions()));
        return text.ToString();
    }
}
