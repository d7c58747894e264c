@REM Read by mvnw.cmd, the counterpart of env.sh: chooses a JDK of at least 25 and a Node of at least 24.
@ECHO OFF
SET "regulars_found="
CALL :try "%JAVA_HOME%"
FOR %%r IN ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LocalAppData%\Programs\Eclipse Adoptium" "%UserProfile%\.jdks") DO (
  IF EXIST "%%~r" FOR /D %%d IN ("%%~r\*") DO CALL :try "%%~d"
)
IF NOT DEFINED regulars_found (
  ECHO Regulars needs a JDK 25 or newer and found none: install one ^(for example Eclipse Temurin 25^) or point JAVA_HOME to it. 1>&2
  EXIT /B 1
)
SET "JAVA_HOME=%regulars_found%"

SET "regulars_version=0"
FOR /F "tokens=1 delims=v." %%v IN ('node --version 2^>NUL') DO SET "regulars_version=%%v"
IF %regulars_version% GEQ 24 GOTO :done
SET "regulars_home=%UserProfile%\.m2\node-24"
IF NOT "%MAVEN_USER_HOME%"=="" SET "regulars_home=%MAVEN_USER_HOME%\node-24"
IF NOT EXIST "%regulars_home%\node_modules\node\bin\node.exe" (
  WHERE npm >NUL 2>&1 || GOTO :done
  ECHO Fetching Node 24 for the frontend, once, into %regulars_home% 1>&2
  CALL npm install --global --prefix "%regulars_home%" --no-fund --no-audit --loglevel=error node@24 npm@11 >NUL || (
    ECHO Node 24 could not be fetched with npm; Vaadin will try to download it itself. 1>&2
    GOTO :done
  )
)
SET "PATH=%regulars_home%\node_modules\node\bin;%regulars_home%;%PATH%"
:done
EXIT /B 0

:try
IF DEFINED regulars_found EXIT /B 0
IF NOT EXIST "%~1\bin\javac.exe" EXIT /B 0
IF NOT EXIST "%~1\release" EXIT /B 0
SET "regulars_version=0"
FOR /F "tokens=2 delims==." %%v IN ('FINDSTR /B "JAVA_VERSION=" "%~1\release"') DO SET "regulars_version=%%v"
SET "regulars_version=%regulars_version:"=%"
IF %regulars_version% GEQ 25 SET "regulars_found=%~1"
EXIT /B 0
