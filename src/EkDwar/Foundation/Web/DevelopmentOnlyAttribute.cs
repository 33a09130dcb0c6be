using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace EkDwar.Foundation.Web;

/// <summary>Put on a page that exists in Development alone; anywhere else it answers 404. For endpoints see <see cref="Endpoint"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DevelopmentOnlyAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (!IsDevelopment(context.HttpContext)) context.Result = new NotFoundResult();
    }

    public void OnResourceExecuted(ResourceExecutedContext context) { }

    /// <summary>The same for an endpoint: <c>app.MapGet(…).AddEndpointFilter(DevelopmentOnlyAttribute.Endpoint)</c>.</summary>
    public static ValueTask<object?> Endpoint(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsDevelopment(context.HttpContext) ? next(context) : ValueTask.FromResult<object?>(TypedResults.NotFound());

    static bool IsDevelopment(HttpContext context) => context.RequestServices.GetRequiredService<IWebHostEnvironment>().IsDevelopment();
}
