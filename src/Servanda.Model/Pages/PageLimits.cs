// How much one page may take.
namespace Servanda.Model;

/// <summary>Limits for one page or record, so that no input can exhaust the machine. Bytes are counted after unpacking.</summary>
public sealed record PageLimits
{
    public static PageLimits Default { get; } = new();

    /// <summary>The bytes of one page, unpacked.</summary>
    public int PageBytes { get; init; } = 16 << 20;

    /// <summary>How many times larger than its packed form a record may be, once it is over a megabyte.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>The length of one line of a record's header, in bytes.</summary>
    public int HeaderLine { get; init; } = 64 << 10;
}
