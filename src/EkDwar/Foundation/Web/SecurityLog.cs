namespace EkDwar.Foundation.Web;

/// <summary>
/// What a watcher of the house must see: who came in, who was not let in, what was refused to somebody signed in. A line has
/// ids of the house, the pattern of an address and a coarse network; nothing that was typed, no name and no number.
/// </summary>
public sealed partial class SecurityLog(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode is not (StatusCodes.Status400BadRequest or StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound)) return;
        // Of a page that is not there, or that anybody may ask for, nothing is refused.
        if (context.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } pattern } || context.User.Identity is not { IsAuthenticated: true }) return;
        Denied(Log(context), context.Request.Method, pattern, context.Response.StatusCode, context.User.Identity.AuthenticationType ?? "", Network.Coarse(context));
    }

    /// <summary>Somebody proved who she is: as whom, by which scheme.</summary>
    public static void SignedIn(HttpContext context, string scheme, Guid id) => CameIn(Log(context), scheme, id, Network.Coarse(context));

    /// <summary>Somebody signed in proved anew who she is, and how.</summary>
    public static void Proved(HttpContext context, string scheme, Guid id, string way) => ProvedAnew(Log(context), scheme, id, way, Network.Coarse(context));

    /// <summary>Somebody was not let in, or was told to wait.</summary>
    public static void Refused(HttpContext context, string kind, string why) => NotLetIn(Log(context), kind, why, Network.Coarse(context));

    static ILogger Log(HttpContext context) => context.RequestServices.GetRequiredService<ILogger<SecurityLog>>();

    [LoggerMessage(Level = LogLevel.Information, Message = "Signed in: {Kind} {Id} from {Network}")]
    static partial void CameIn(ILogger log, string kind, Guid id, string network);

    [LoggerMessage(Level = LogLevel.Information, Message = "Proved anew: {Kind} {Id} by {Method} from {Network}")]
    static partial void ProvedAnew(ILogger log, string kind, Guid id, string method, string network);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not let in: {Kind}, {Why}, from {Network}")]
    static partial void NotLetIn(ILogger log, string kind, string why, string network);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused: {Method} {Page} with {Status} to a {Kind} from {Network}")]
    static partial void Denied(ILogger log, string method, string page, int status, string kind, string network);
}
