namespace EkDwar.Applying.Uploads;

/// <summary>What became of one piece: kept; not the next one; more than was announced or than one piece may be; too small to be one; not as its checksum says.</summary>
public enum PieceEnd { Kept, WrongOffset, TooLong, TooShort, Altered }
