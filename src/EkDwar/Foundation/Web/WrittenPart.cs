using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace EkDwar.Foundation.Web;

/// <summary>A .cshtml written out where nobody asked for a page: a message from the outbox. Its model holds every word; it has no layout and knows no address.</summary>
public sealed class WrittenPart(IRazorViewEngine views, ITempDataProvider temp, IModelMetadataProvider types, IServiceProvider services)
{
    public async Task<string> Of(string path, object model)
    {
        var view = views.GetView(null, path, isMainPage: false).EnsureSuccessful(null).View!;
        var context = new DefaultHttpContext { RequestServices = services };
        await using var text = new StringWriter();
        var data = new ViewDataDictionary(types, new ModelStateDictionary()) { Model = model };
        var action = new ActionContext(context, new RouteData(), new ActionDescriptor());
        await view.RenderAsync(new ViewContext(action, view, data, new TempDataDictionary(context, temp), text, new HtmlHelperOptions()));
        return text.ToString();
    }
}
