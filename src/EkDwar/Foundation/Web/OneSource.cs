using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EkDwar.Foundation.Web;

/// <summary>
/// What a page's handler is given comes from one place alone: from the hole of that name in the address, from the form that
/// was posted, or, where a page is opened, from its query. A form can name no other case than its address does, and no link
/// can fill in a form.
/// </summary>
public sealed class OneSource : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        var address = model.ActionDescriptor.AttributeRouteInfo?.Template ?? "";
        foreach (var handler in model.HandlerMethods)
            foreach (var asked in handler.Parameters.Where(asked => asked.BindingInfo?.BindingSource is null && asked.ParameterType != typeof(IFormFile)))
                (asked.BindingInfo ??= new()).BindingSource = IsHole(address, asked.ParameterName) ? BindingSource.Path
                    : handler.HttpMethod.Equals(HttpMethods.Post, StringComparison.OrdinalIgnoreCase) ? BindingSource.Form : BindingSource.Query;
        // Where one goes on to after signing in stands in the address of the form.
        foreach (var property in model.HandlerProperties.Where(property => property.Attributes.OfType<BindPropertyAttribute>().Any(bound => !bound.SupportsGet)))
            (property.BindingInfo ??= new()).BindingSource ??= BindingSource.Form;
    }

    static bool IsHole(string address, string name) =>
        address.Contains("{" + name + "}", StringComparison.OrdinalIgnoreCase) || address.Contains("{" + name + ":", StringComparison.OrdinalIgnoreCase);
}
