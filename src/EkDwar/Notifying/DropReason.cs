namespace EkDwar.Notifying;

/// <summary>Why a message did not leave, in a word.</summary>
public static class DropReason
{
    public const string NoLongerTrue = "no_longer_true", Erased = "erased", NoAddress = "no_address", Expired = "expired", Stopped = "stopped";
}
