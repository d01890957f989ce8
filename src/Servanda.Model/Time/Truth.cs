// What a comparison of uncertain dates can answer.
namespace Servanda.Model;

/// <summary>Yes, no, or not to be known from what is stated.</summary>
public enum Truth { No, Unknown, Yes }
