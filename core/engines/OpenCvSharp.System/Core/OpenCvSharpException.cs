namespace OpenCvSharp;

/// <summary>A misuse that is found before OpenCV is called.</summary>
public class OpenCvSharpException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public OpenCvSharpException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What went wrong.</param>
    public OpenCvSharpException(string message) : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public OpenCvSharpException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
