namespace OpenCvSharp;

/// <summary>A failure that OpenCV reports. The message is OpenCV's own, such as the condition that did not hold.</summary>
public class OpenCVException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public OpenCVException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What went wrong.</param>
    public OpenCVException(string message) : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public OpenCVException(string message, Exception innerException) : base(message, innerException)
    {
    }

    internal OpenCVException(string errMsg, string funcName, string fileName, int line) : base(errMsg)
    {
        ErrMsg = errMsg;
        FuncName = funcName;
        FileName = fileName;
        Line = line;
    }

    /// <summary>OpenCV's description of the failure.</summary>
    public string ErrMsg { get; set; } = "";

    /// <summary>The function of OpenCV that failed.</summary>
    public string FuncName { get; set; } = "";

    /// <summary>The source file of OpenCV that reported the failure.</summary>
    public string FileName { get; set; } = "";

    /// <summary>The line in <see cref="FileName"/>.</summary>
    public int Line { get; set; }
}
